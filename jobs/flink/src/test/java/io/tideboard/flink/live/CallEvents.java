// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SourceRestarted;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Events of calls to the queue {@code sales}, at seconds after nine o'clock. */
public final class CallEvents {

  public static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private CallEvents() {}

  static KeyedEvent queued(String call, double second) {
    return logged(event(call, second, new InteractionChange.Queued(null)));
  }

  static KeyedEvent answered(String call, double second) {
    return logged(event(call, second, new InteractionChange.Answered()));
  }

  static KeyedEvent abandoned(String call, double second) {
    return logged(event(call, second, new InteractionChange.Abandoned()));
  }

  static KeyedEvent ended(String call, double second) {
    return logged(event(call, second, new InteractionChange.Ended(null)));
  }

  /** An event of the call, named after its type and second, so that the same one is a duplicate. */
  public static Event event(String call, double second, InteractionChange change) {
    return new InteractionEvent(
        new EventHeader(change.type().wire() + "@" + second, "test", at(second)),
        Contact.of(call).on(Channel.VOICE).in("sales").with("ada"),
        change);
  }

  /** The event as it stands in the log, received when it occurred. */
  static KeyedEvent logged(Event event) {
    return new KeyedEvent(event.key(), CompactForm.encode(event, event.header().occurredAt()));
  }

  /** The platform's list of who waits in sales, each since that second. */
  static Control list(String id, double second, Map<String, Integer> waiting) {
    return control(listEvent(id, second, waiting));
  }

  /** Who waits in the queue, and since when. */
  static Event listEvent(String id, double second, Map<String, Integer> waiting) {
    List<QueueSnapshot.Waiting> all = new ArrayList<>();
    waiting.forEach((call, since) -> all.add(new QueueSnapshot.Waiting(call, at(since))));
    return new QueueSnapshot(new EventHeader(id, "test", at(second)), "sales", all);
  }

  static Control restart(String id, double second) {
    return control(new SourceRestarted(new EventHeader(id, "test", at(second))));
  }

  private static Control control(Event event) {
    return new Control(
        Topics.EVENTS, event.key(), CompactForm.encode(event, event.header().occurredAt()));
  }

  static Instant at(double second) {
    return NINE.plusNanos((long) (second * 1e9));
  }

  static long millis(double second) {
    return at(second).toEpochMilli();
  }
}
