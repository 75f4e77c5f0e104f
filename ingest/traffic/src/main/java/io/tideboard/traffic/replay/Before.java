// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import io.tideboard.events.Event;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The events of an ordered log that happened before an instant; the others can be had after. */
final class Before implements Iterator<Event> {

  private final Instant end;
  private final Iterator<Event> events;
  private @Nullable Event ahead;

  Before(Instant end, Iterator<Event> events) {
    this.end = end;
    this.events = events;
  }

  @Override
  public boolean hasNext() {
    if (ahead == null && events.hasNext()) {
      ahead = events.next();
    }
    return ahead != null && ahead.header().occurredAt().isBefore(end);
  }

  @Override
  public Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException("nothing more happened before " + end);
    }
    return take();
  }

  /** All that has not been taken yet, once everything before the instant has. */
  Iterator<Event> others() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return ahead != null || events.hasNext();
      }

      @Override
      public Event next() {
        return ahead == null ? events.next() : take();
      }
    };
  }

  private Event take() {
    Event taken = ahead;
    ahead = null;
    return Objects.requireNonNull(taken);
  }
}
