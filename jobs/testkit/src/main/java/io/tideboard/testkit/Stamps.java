// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import java.time.Duration;

/** The same event, stamped otherwise. */
public final class Stamps {

  private Stamps() {}

  /** Stamped so much later; earlier when negative. */
  public static Event moved(Event event, Duration by) {
    EventHeader header = event.header();
    return event.withHeader(
        new EventHeader(header.id(), header.source(), header.occurredAt().plus(by)));
  }
}
