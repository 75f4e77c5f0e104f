// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import io.tideboard.events.Event;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts a log in its order, in the plainest way: an independent second opinion. */
final class Recount {

  private static final Duration THRESHOLD = Duration.ofSeconds(20);

  private record Waiting(String queue, Instant since) {
    String row() {
      Instant hour = since.truncatedTo(ChronoUnit.HOURS);
      long quarters = Duration.between(hour, since).toMinutes() / 15;
      return Row.key(queue, hour.plus(Duration.ofMinutes(15 * quarters)).getEpochSecond());
    }
  }

  private final Map<String, Waiting> waiting = new HashMap<>();
  private final Map<String, Row> rows = new HashMap<>();

  private Recount() {}

  static Map<String, Row> of(List<Event> log) {
    Recount recount = new Recount();
    for (Event event : log) {
      if (event instanceof InteractionEvent happened) {
        recount.on(happened);
      }
    }
    return recount.rows;
  }

  private void on(InteractionEvent event) {
    Instant at = event.header().occurredAt();
    InteractionChange change = event.change();
    if (change instanceof InteractionChange.Answered) {
      end(event, (wait) -> Row.of(0, 1, wait.compareTo(THRESHOLD) <= 0 ? 1 : 0, 0, -1));
    } else if (change instanceof InteractionChange.Abandoned) {
      end(event, (wait) -> Row.of(0, 0, 0, 1, -1));
    } else if (change instanceof InteractionChange.Dequeued
        || change instanceof InteractionChange.CallbackRequested) {
      end(event, (wait) -> Row.of(0, 0, 0, 0, -1));
    }
    String queue = joined(event);
    if (queue != null) {
      Waiting begun = new Waiting(queue, at);
      waiting.put(event.key(), begun);
      rows.merge(begun.row(), Row.of(1, 0, 0, 0, 1), Row::plus);
    }
  }

  private void end(InteractionEvent event, java.util.function.Function<Duration, Row> counted) {
    Waiting ended = waiting.remove(event.key());
    if (ended != null) {
      Duration wait = Duration.between(ended.since(), event.header().occurredAt());
      rows.merge(ended.row(), counted.apply(wait), Row::plus);
    }
  }

  private static @Nullable String joined(InteractionEvent event) {
    InteractionChange change = event.change();
    if (change instanceof InteractionChange.Queued) {
      return event.contact().queue();
    }
    if (change instanceof InteractionChange.Transferred transferred) {
      return transferred.toQueue();
    }
    return change instanceof InteractionChange.Escalated escalated ? escalated.toQueue() : null;
  }
}
