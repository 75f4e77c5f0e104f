// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.time.Instant;

/**
 * An event as it stands in the log.
 *
 * @param receivedAt the gateway's clock when it took the event; in a replay the replayed clock. It
 *     is the stream's time, so a sender with a wrong clock moves nobody's time but its own
 */
public record AcceptedEvent(Event event, Instant receivedAt) {

  public AcceptedEvent {
    Limits.time("receivedAt", receivedAt);
    receivedAt = Limits.micros(receivedAt);
  }
}
