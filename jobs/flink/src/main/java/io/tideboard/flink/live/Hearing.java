// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.queue.Rejection;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.events.compact.GlanceReader;
import io.tideboard.events.compact.InteractionGlance;
import java.util.Arrays;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/**
 * Reads what events tell of an interaction, and leaves out what does not count: what was received
 * too late, and what is more than is told of any real contact.
 */
final class Hearing {

  /** Keeps an event that does not count. */
  @FunctionalInterface
  interface Refusal {
    void refuse(byte[] event, ContactEntry known, Rejection why);
  }

  private final GlanceReader reader = new GlanceReader(Moment.HEARD);
  private final long lateness;
  private final Counter unreadable;
  private final Refusal refusal;

  /**
   * @param lateness how long after it happened an event may be received, in microseconds
   * @param unreadable counts what is no event that can be read
   */
  Hearing(long lateness, Counter unreadable, Refusal refusal) {
    this.lateness = lateness;
    this.unreadable = unreadable;
    this.refusal = refusal;
  }

  /** What the whole bundle tells of an interaction that has room for it. */
  Arrival of(EventBundle bundle, ContactEntry known) throws Exception {
    Arrival arrival = new Arrival(bundle.count());
    bundle.forEach((bytes, from, to) -> hear(bytes, from, to, known, arrival));
    return arrival;
  }

  /** What one event of a bundle tells. */
  Arrival of(byte[] bytes, int from, int to, ContactEntry known) {
    Arrival arrival = new Arrival(1);
    hear(bytes, from, to, known, arrival);
    return arrival;
  }

  private void hear(byte[] bytes, int from, int to, ContactEntry known, Arrival arrival) {
    InteractionGlance event = read(bytes, from, to);
    if (event == null) {
      return;
    }
    Moment moment = Moment.of(event);
    if (CompactForm.receivedAtMicros(bytes, from, to) - event.occurredAt() > lateness) {
      refusal.refuse(Arrays.copyOfRange(bytes, from, to), known, Rejection.TOO_LATE);
    } else if (known.watched().interaction().hasNoRoomFor(moment)) {
      refusal.refuse(Arrays.copyOfRange(bytes, from, to), known, Rejection.TOO_MANY_MOMENTS);
    } else {
      arrival.add(moment, event.sender());
      arrival.of(reader);
    }
  }

  private @Nullable InteractionGlance read(byte[] bytes, int from, int to) {
    try {
      return reader.read(bytes, from, to);
    } catch (InvalidEvent e) {
      // Written by a later version, or not by a gateway. It stays in the log; others go on.
      unreadable.inc();
      return null;
    }
  }
}
