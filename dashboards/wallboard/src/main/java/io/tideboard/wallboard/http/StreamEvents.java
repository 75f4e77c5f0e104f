// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.breach.Breach;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.planning.ForecastRow;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.wallboard.board.AgentStanding;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.Standing;
import io.tideboard.wallboard.board.ToldBreach;
import io.tideboard.wallboard.table.IntervalFilter;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of the stream as server-sent events. An event's id is {@code run-sequence}: the
 * board's change up to which its reader knows everything. Another run counts anew.
 */
final class StreamEvents {

  /** A comment that keeps proxies from closing a quiet connection. */
  static final Buffer HEARTBEAT = Buffer.buffer(": heartbeat\n\n");

  private static final int MOST_BREACHES = 500;
  private static final Duration AN_INTERVAL = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofHours(3);

  private final Board board;
  private final BoardJson write;
  private final String run;

  StreamEvents(Board board, BoardJson write) {
    this.board = board;
    this.write = write;
    this.run = Long.toString(board.now().wall().toEpochMilli(), Character.MAX_RADIX);
  }

  /**
   * Everything, for a viewer that has just come.
   *
   * @param lastEventId what it saw last; of this run, it is told the breaches since then
   */
  Buffer snapshot(long sequence, @Nullable String lastEventId) {
    Board.Now now = board.now();
    List<Breach> breaches = holding(board.breachesAfter(sequenceOf(lastEventId), MOST_BREACHES));
    Buffer data =
        Json.object(
            json -> {
              write.head(json, now);
              write.queues(json, now, board.queues());
              AgentJson.agents(json, now, board.staff().agents());
              write.breaches(json, breaches);
              ForecastWriter.rows(json, soon(now).iterator());
            });
    return Buffer.buffer("retry: 1000\n").appendBuffer(event("snapshot", sequence, data));
  }

  /** What is expected of the present interval and of the hours after it. */
  private List<ForecastRow> soon(Board.Now now) {
    Instant time = now.stream() == null ? now.wall() : now.stream();
    IntervalFilter filter =
        new IntervalFilter(
            Basis.ARRIVAL,
            null,
            null,
            new IntervalFilter.Period(
                Micros.of(time.minus(AN_INTERVAL)), Micros.of(time.plus(SOON))));
    return board.forecasts().rows(filter).toList();
  }

  /**
   * What changed after one change, up to another; empty when nothing did. Breaches come first: once
   * their event's id is known, a viewer that comes back has missed none.
   */
  Buffer news(long after, long sequence) {
    Board.Now now = board.now();
    Buffer events = Buffer.buffer();
    List<ToldBreach> breaches = board.breachesAfter(after, MOST_BREACHES);
    if (!breaches.isEmpty()) {
      events.appendBuffer(event("breaches", sequence, breaches(now, breaches)));
    }
    List<Standing> queues =
        board.queues().stream().filter(each -> each.sequence() > after).toList();
    if (!queues.isEmpty()) {
      Buffer data =
          Json.object(
              json -> {
                write.head(json, now);
                write.queues(json, now, queues);
              });
      events.appendBuffer(event("queues", sequence, data));
    }
    agents(now, after, sequence, events);
    forecasts(now, after, sequence, events);
    return events;
  }

  private void agents(Board.Now now, long after, long sequence, Buffer events) {
    List<AgentStanding> agents = board.staff().agentsAfter(after);
    List<String> gone = board.staff().goneAfter(after);
    if (agents.isEmpty() && gone.isEmpty()) {
      return;
    }
    Buffer data =
        Json.object(
            json -> {
              write.head(json, now);
              AgentJson.agents(json, now, agents);
              json.writeArrayFieldStart("gone");
              for (String agent : gone) {
                json.writeString(agent);
              }
              json.writeEndArray();
            });
    events.appendBuffer(event("agents", sequence, data));
  }

  /** A forecast is renewed whole when an interval ends: rows that changed, as the call has them. */
  private void forecasts(Board.Now now, long after, long sequence, Buffer events) {
    if (board.forecastSequence() <= after) {
      return;
    }
    List<ForecastRow> rows = board.forecasts().after(after);
    if (!rows.isEmpty()) {
      Buffer data =
          Json.object(
              json -> {
                write.head(json, now);
                ForecastWriter.rows(json, rows.iterator());
              });
      events.appendBuffer(event("forecasts", sequence, data));
    }
  }

  private Buffer breaches(Board.Now now, List<ToldBreach> news) {
    return Json.object(
        json -> {
          write.head(json, now);
          write.breaches(json, holding(news));
          json.writeArrayFieldStart("withdrawn");
          for (ToldBreach each : news) {
            if (each.told().withdrawn()) {
              json.writeString(each.told().breach().id());
            }
          }
          json.writeEndArray();
        });
  }

  private static List<Breach> holding(List<ToldBreach> told) {
    return told.stream()
        .map(ToldBreach::told)
        .filter(record -> !record.withdrawn())
        .map(BreachRecord::breach)
        .toList();
  }

  private Buffer event(String name, long sequence, Buffer data) {
    return Buffer.buffer(data.length() + 64)
        .appendString("event: " + name + "\nid: " + run + "-" + sequence + "\ndata: ")
        .appendBuffer(data)
        .appendString("\n\n");
  }

  /** The change that an event id stands for; 0, the beginning, when it is not of this run. */
  private long sequenceOf(@Nullable String eventId) {
    if (eventId == null || !eventId.startsWith(run + "-")) {
      return 0;
    }
    try {
      return Long.parseLong(eventId.substring(run.length() + 1));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
