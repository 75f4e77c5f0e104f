// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.breach.Breach;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.Estimates;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.queue.Rejection;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.core.tally.ServiceLevelFormula;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.Standing;
import io.tideboard.wallboard.table.Decimal;
import io.tideboard.wallboard.table.KpiBlock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is on the board, as the API's JSON. Ratios are made here, by the formula of today. */
final class BoardJson {

  private final QueueDefinitions catalog;

  BoardJson(QueueDefinitions catalog) {
    this.catalog = catalog;
  }

  /** How old everything is: the head of every list. */
  void head(JsonGenerator json, Board.Now now) throws IOException {
    Json.time(json, "asOf", now.stream());
    Json.time(json, "receivedAt", now.receivedAt());
    Instant received = now.receivedAt();
    Json.number(
        json,
        "ageSeconds",
        received == null ? null : seconds(Duration.between(received, now.wall())));
  }

  void queues(JsonGenerator json, Board.Now now, List<Standing> queues) throws IOException {
    json.writeArrayFieldStart("queues");
    for (Standing queue : queues) {
      queue(json, now, queue);
    }
    json.writeEndArray();
  }

  void breaches(JsonGenerator json, List<Breach> breaches) throws IOException {
    json.writeArrayFieldStart("breaches");
    for (Breach breach : breaches) {
      breach(json, breach);
    }
    json.writeEndArray();
  }

  void interval(JsonGenerator json, IntervalRow row, @Nullable TeamTimes team) throws IOException {
    json.writeStartObject();
    json.writeStringField("queue", row.key().queue());
    json.writeStringField("channel", row.key().channel());
    Json.time(json, "start", Micros.instant(row.start()));
    json.writeNumberField("minutes", row.minutes());
    QueueDefinition definition = catalog.of(row.key().queue());
    kpis(json, definition.judge(row.tally(), row.key().channel()), team, definition.formula());
    json.writeEndObject();
  }

  private void queue(JsonGenerator json, Board.Now now, Standing queue) throws IOException {
    QueueStatus status = queue.status();
    QueueDefinition definition = catalog.of(queue.key().queue());
    json.writeStartObject();
    json.writeStringField("queue", queue.key().queue());
    json.writeStringField("channel", queue.key().channel());
    line(json, status.line(), now.stream());
    Json.number(json, "estimatedWaitSeconds", estimate(status, definition));
    TeamStatus team = queue.team();
    AgentJson.states(json, team == null ? Map.of() : team.agents());
    AgentJson.repairs(json, team == null ? List.of() : team.repairs());
    rejected(json, status.counts());
    Json.time(json, "asOf", Micros.instant(status.freshness().asOf()));
    Json.time(json, "receivedAt", queue.receivedAt());
    promise(json, definition, queue.key().channel());
    json.writeObjectFieldStart("today");
    kpis(json, status.counts().today(), team == null ? null : team.today(), definition.formula());
    json.writeEndObject();
    windows(json, queue, definition.formula());
    json.writeEndObject();
  }

  /** What is in none of the figures, since the beginning. */
  private static void rejected(JsonGenerator json, QueueStatus.Counts counts) throws IOException {
    json.writeObjectFieldStart("rejected");
    for (Rejection why : Rejection.values()) {
      json.writeNumberField(why.wire(), counts.rejected().get(why.ordinal()));
    }
    json.writeEndObject();
    json.writeNumberField("correctionsTooLate", counts.tooLate());
  }

  private void line(JsonGenerator json, QueueStatus.Line line, @Nullable Instant now)
      throws IOException {
    json.writeNumberField("waiting", line.waiting());
    Json.number(json, "longestWaitSeconds", longest(line.oldest(), now));
    json.writeNumberField("inProgress", line.inProgress());
    json.writeNumberField("atRisk", line.atRisk());
    json.writeNumberField("breached", line.breached());
  }

  private static @Nullable String estimate(QueueStatus status, QueueDefinition definition) {
    OptionalLong wait = Estimates.inHours(status, definition);
    return wait.isEmpty() ? null : Decimal.seconds(wait.getAsLong());
  }

  private static @Nullable String longest(OptionalLong oldest, @Nullable Instant now) {
    return oldest.isEmpty() || now == null
        ? null
        : Decimal.seconds(Math.max(0, Micros.of(now) - oldest.getAsLong()));
  }

  private static void promise(JsonGenerator json, QueueDefinition definition, String channel)
      throws IOException {
    Json.number(json, "thresholdSeconds", seconds(definition.threshold(channel)));
    Json.number(json, "target", Decimal.of(definition.target()));
    json.writeStringField("formula", definition.formula().wire());
    json.writeStringField("timeZone", definition.timeZone().getId());
  }

  private static void windows(JsonGenerator json, Standing queue, ServiceLevelFormula formula)
      throws IOException {
    List<PeriodCounts> windows = queue.status().counts().windows();
    TeamStatus team = queue.team();
    json.writeObjectFieldStart("windows");
    for (int i = 0; i < windows.size(); i++) {
      json.writeObjectFieldStart(QueueStatus.WINDOW_MINUTES[i] + "m");
      kpis(json, windows.get(i), team == null ? null : team.windows().get(i), formula);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void kpis(
      JsonGenerator json, Counted tally, @Nullable TeamTimes team, ServiceLevelFormula formula)
      throws IOException {
    KpiBlock.tell(tally, team, formula, (name, figure) -> Json.number(json, name, figure));
  }

  private static void breach(JsonGenerator json, Breach breach) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", breach.id());
    json.writeStringField("kind", breach.kind().wire());
    json.writeStringField("interaction", breach.interaction());
    json.writeStringField("queue", breach.key().queue());
    json.writeStringField("channel", breach.key().channel());
    Json.time(json, "time", Micros.instant(breach.time()));
    Json.number(json, "waitSeconds", Decimal.seconds(breach.waited()));
    Json.number(json, "thresholdSeconds", Decimal.seconds(breach.threshold()));
    json.writeStringField("promise", breach.promise().wire());
    json.writeEndObject();
  }

  private static String seconds(Duration duration) {
    return Decimal.seconds(Micros.of(duration));
  }
}
