// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Which times of events can be right, as {@link ReceptionClock#live} knows them, in microseconds.
 */
final class TimeWindow {

  /** Longer than any time that an event may have. */
  private static final long FOR_EVER = Long.MAX_VALUE / 4;

  private final long maxFuture;
  private final long allowedLateness;

  TimeWindow(AdmissionRules rules) {
    this.maxFuture = micros(rules.maxFuture());
    this.allowedLateness = micros(rules.allowedLateness());
  }

  /** Whether an event of that time may arrive now. */
  boolean holds(long occurredAt, long now) {
    return occurredAt <= now + maxFuture && occurredAt >= now - allowedLateness;
  }

  private static long micros(Duration duration) {
    return Math.min(FOR_EVER, TimeUnit.MICROSECONDS.convert(duration));
  }
}
