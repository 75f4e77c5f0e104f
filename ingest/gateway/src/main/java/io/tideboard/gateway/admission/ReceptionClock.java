// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InvalidEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** When an event counts as received, and whether its own time can be right. */
interface ReceptionClock {

  /**
   * The time to write beside the event.
   *
   * @throws InvalidEvent {@code time_in_future} or {@code too_late}
   */
  Instant receive(EventHeader header);

  /** The wall clock's time, for events that happen as they are sent. */
  static ReceptionClock live(InstantSource wall, AdmissionRules rules) {
    Duration maxFuture = rules.maxFuture();
    Duration allowedLateness = rules.allowedLateness();
    return header -> {
      Instant now = wall.instant();
      Instant occurredAt = header.occurredAt();
      if (occurredAt.isAfter(now.plus(maxFuture))) {
        throw new InvalidEvent(
            ErrorCode.TIME_IN_FUTURE,
            "time",
            occurredAt.toString(),
            "at most " + maxFuture + " after the gateway's clock, which is " + now);
      }
      if (occurredAt.isBefore(now.minus(allowedLateness))) {
        throw new InvalidEvent(
            ErrorCode.TOO_LATE,
            "time",
            occurredAt.toString(),
            "at most " + allowedLateness + " before the gateway's clock, which is " + now);
      }
      return now;
    };
  }

  /** The replayed log's own time, for events of any age. */
  static ReceptionClock replay(InstantSource wall, AdmissionRules rules) {
    ReplayClock clock = new ReplayClock(wall, rules.maxFuture());
    return header -> clock.after(header.source(), header.occurredAt());
  }
}
