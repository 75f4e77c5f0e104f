// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * Time inside the core: microseconds since 1970-01-01T00:00Z, as a long. Sums and differences are
 * exact, and the same on every machine.
 */
public final class Micros {

  /** Microseconds in a second. */
  public static final long SECOND = 1_000_000L;

  /** Microseconds in a millisecond. */
  public static final long MILLI = 1_000L;

  private Micros() {}

  /** The instant, to the microsecond. */
  public static long of(Instant instant) {
    return instant.getEpochSecond() * SECOND + instant.getNano() / 1_000;
  }

  /** The duration, to the microsecond. */
  public static long of(Duration duration) {
    return duration.getSeconds() * SECOND + duration.getNano() / 1_000;
  }

  /** The instant that a number of microseconds stands for. */
  public static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000);
  }

  /** The duration in seconds, as shown to people. */
  public static double seconds(long micros) {
    return micros / (double) SECOND;
  }

  /** The first whole millisecond that is not before {@code micros}: timers count in those. */
  public static long ceilMillis(long micros) {
    long floor = Math.floorDiv(micros, MILLI);
    return floor * MILLI == micros ? floor : floor + 1;
  }
}
