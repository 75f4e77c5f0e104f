// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.planning.ForecastRow;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.staffing.StaffingNeed;
import io.tideboard.core.staffing.StaffingTerms;
import io.tideboard.core.staffing.StaffingTerms.Working;
import io.tideboard.core.staffing.Workload;
import io.tideboard.core.tally.Kpi;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.Standing;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody wants to know of agents and service, complete. */
record StaffingQuestion(
    QueueKey key, long start, Workload work, StaffingTerms terms, @Nullable Double given) {

  private static final double MOST_SECONDS = 30 * 24 * 3600.0;
  private static final double MOST_CONTACTS = 1_000_000;
  private static final String USUAL_CHANNEL = "voice";
  private static final double USUAL_AHT = 300;

  /**
   * The question of a request.
   *
   * @throws Refusal when it has no queue, or a value that makes no sense
   */
  static StaffingQuestion of(RoutingContext request, Board board, QueueDefinitions catalog) {
    Query query =
        Query.of(
            request,
            "queue",
            "channel",
            "from",
            "agents",
            "contacts",
            "ahtSeconds",
            "patienceSeconds",
            "thresholdSeconds",
            "target",
            "concurrency",
            "shrinkage",
            "maxOccupancy");
    String queue = query.text("queue");
    if (queue == null) {
      throw Refusal.of(RequestError.INVALID_VALUE, "queue", "", "the name of a queue");
    }
    QueueKey key = new QueueKey(queue, channel(query, queue, board));
    QueueDefinition definition = catalog.of(queue);
    Board.Now now = board.now();
    Instant time = now.stream() == null ? now.wall() : now.stream();
    long start = query.time("from", definition.calendar().intervalStart(Micros.of(time)));
    ForecastRow row = board.forecasts().at(key, start);
    return new StaffingQuestion(
        key,
        start,
        work(query, row, measuredAht(board, key, definition), definition),
        terms(query, row, definition, key.channel()),
        query.text("agents") == null ? null : query.number("agents", 0, MOST_CONTACTS, 0));
  }

  /** The first channel on which anything is known, where none is given. */
  private static String channel(Query query, String queue, Board board) {
    String given = query.channel("channel");
    return given != null
        ? given
        : board.queues().stream()
            .map(each -> each.key())
            .filter(key -> key.queue().equals(queue))
            .map(QueueKey::channel)
            .findFirst()
            .orElse(USUAL_CHANNEL);
  }

  private static Workload work(
      Query query, @Nullable ForecastRow row, double measured, QueueDefinition definition) {
    double expected = row == null ? 0 : row.demand().contacts();
    double aht =
        row != null && row.demand().ahtSeconds() > 0 ? row.demand().ahtSeconds() : measured;
    double seconds = definition.interval().toSeconds();
    double ahtSeconds = query.number("ahtSeconds", 0.001, MOST_SECONDS, aht);
    double most = Math.min(MOST_CONTACTS, Workload.MOST_ERLANGS * seconds / ahtSeconds);
    return new Workload(query.number("contacts", 0, most, expected), seconds, ahtSeconds);
  }

  /** Of today, where anything was handled. */
  private static double measuredAht(Board board, QueueKey key, QueueDefinition definition) {
    for (Standing standing : board.queues()) {
      if (standing.key().equals(key)) {
        PeriodCounts today = standing.status().counts().today();
        Double aht = Kpi.AHT.of(today, definition.formula());
        return aht == null || aht <= 0 ? USUAL_AHT : aht;
      }
    }
    return USUAL_AHT;
  }

  private static StaffingTerms terms(
      Query query, @Nullable ForecastRow row, QueueDefinition definition, String channel) {
    Working usual = definition.planning().working(channel);
    double patience = row == null ? Double.POSITIVE_INFINITY : row.need().patienceSeconds();
    double threshold = Micros.seconds(Micros.of(definition.threshold(channel)));
    return new StaffingTerms(
        new StaffingTerms.Goal(
            query.number("thresholdSeconds", 0, MOST_SECONDS, threshold),
            query.number("target", 1e-6, 1, definition.target())),
        query.text("patienceSeconds") == null
            ? patience
            : query.number("patienceSeconds", 0.001, MOST_SECONDS, 1),
        new Working(
            query.number("concurrency", 1, 1000, usual.concurrency()),
            query.number("shrinkage", 0, 0.999, usual.shrinkage()),
            query.number("maxOccupancy", 0.01, 1, usual.maxOccupancy())));
  }

  /** Those that are asked about, or those that are needed. */
  double agents(StaffingNeed need) {
    return given == null ? need.requiredAgents() : given;
  }
}
