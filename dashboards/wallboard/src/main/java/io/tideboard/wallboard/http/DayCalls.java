// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.history.HistoryQuery;
import io.tideboard.history.HistoryRows;
import io.tideboard.history.Period;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.CenterDay;
import io.tideboard.wallboard.board.CenterForecast;
import io.tideboard.wallboard.table.Decimal;
import io.tideboard.wallboard.table.IntervalFilter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/day}: the present day of several queues together, for the foot of the wall. */
final class DayCalls {

  /** Every screen of the center asks for the same: for so long they are told the same. */
  private static final Duration KEPT = Duration.ofSeconds(10);

  private static final int MOST_KEPT = 64;

  private record Kept(Instant made, Buffer body) {}

  private record Asked(List<String> queues, List<String> channels) {

    boolean holds(QueueKey key) {
      return (queues.isEmpty() || queues.contains(key.queue()))
          && (channels.isEmpty() || channels.contains(key.channel()));
    }
  }

  private final Vertx vertx;
  private final Board board;
  private final QueueDefinitions catalog;
  private final History history;
  private final Map<Asked, Kept> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };

  DayCalls(Vertx vertx, Board board, QueueDefinitions catalog, History history) {
    this.history = history;
    this.vertx = vertx;
    this.board = board;
    this.catalog = catalog;
  }

  void mount(Router router) {
    router.get("/api/v1/day").handler(this::day);
  }

  private void day(RoutingContext request) {
    Query query = Query.ofLists(request, "queue", "channel");
    Asked asked = new Asked(query.all("queue"), query.all("channel"));
    history.requireComplete();
    vertx
        .executeBlocking(() -> lately(asked))
        .onSuccess(body -> Answers.send(request, "application/json", body))
        .onFailure(request::fail);
  }

  /** What was answered lately, or anew. */
  private Buffer lately(Asked asked) {
    Instant now = board.now().wall();
    synchronized (kept) {
      Kept last = kept.get(asked);
      if (last != null && last.made.plus(KEPT).isAfter(now)) {
        return last.body;
      }
    }
    Kept made = new Kept(now, json(asked));
    synchronized (kept) {
      kept.put(asked, made);
    }
    return made.body;
  }

  private CenterDay day(Asked asked, QueueDays days) {
    String only = asked.queues.size() == 1 ? asked.queues.get(0) : null;
    Period period = new Period(days.start(only), Long.MAX_VALUE);
    HistoryRows rows =
        HistoryRows.of(history.store(), new HistoryQuery(Basis.ARRIVAL, only, null, period));
    List<IntervalRow> those = new ArrayList<>();
    while (rows.hasNext()) {
      IntervalRow row = rows.next().row();
      if (asked.holds(row.key()) && days.hold(row.key().queue(), row.start())) {
        those.add(row);
      }
    }
    return CenterDay.of(those.iterator());
  }

  /** Of the same day, in intervals at least as long. */
  private CenterForecast forecast(Asked asked, QueueDays days, int minutes) {
    IntervalFilter.Period period = new IntervalFilter.Period(days.start(null), Long.MAX_VALUE);
    return CenterForecast.of(
        board
            .forecasts()
            .rows(new IntervalFilter(Basis.ARRIVAL, null, null, period))
            .filter(row -> asked.holds(row.key()) && days.hold(row.key().queue(), row.start()))
            .iterator(),
        minutes);
  }

  private Buffer json(Asked asked) {
    Board.Now now = board.now();
    Instant time = now.stream() == null ? now.wall() : now.stream();
    QueueDays days = new QueueDays(catalog, null, time);
    CenterDay came = day(asked, days);
    CenterForecast forecast = forecast(asked, days, came.minutes());
    CenterDay day = came.inIntervalsOf(forecast.minutes());
    return Json.object(
        json -> {
          new BoardJson(catalog).head(json, now);
          json.writeNumberField("minutes", day.minutes());
          json.writeArrayFieldStart("intervals");
          TreeSet<Long> starts = new TreeSet<>(day.offered().keySet());
          starts.addAll(forecast.expected().keySet());
          for (long start : starts) {
            json.writeStartObject();
            Json.time(json, "start", Micros.instant(start));
            json.writeNumberField("minutes", day.minutes());
            json.writeObjectField("offered", day.offered().get(start));
            expected(json, forecast.expected().get(start));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void expected(JsonGenerator json, CenterForecast.@Nullable Expected expected)
      throws IOException {
    if (expected == null) {
      return;
    }
    Json.number(json, "p10", Decimal.of(expected.p10()));
    Json.number(json, "p50", Decimal.of(expected.p50()));
    Json.number(json, "p90", Decimal.of(expected.p90()));
    json.writeNumberField("requiredAgents", expected.requiredAgents());
    json.writeObjectField("scheduledAgents", expected.scheduledAgents());
  }
}
