// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import java.time.Instant;

/** Instants as microseconds since 1970, which is what every encoding keeps. */
public final class Micros {

  private static final long SECOND = 1_000_000;

  private Micros() {}

  /** The instant, cut to the microsecond. */
  public static long of(Instant time) {
    return time.getEpochSecond() * SECOND + time.getNano() / 1000;
  }

  static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1000);
  }
}
