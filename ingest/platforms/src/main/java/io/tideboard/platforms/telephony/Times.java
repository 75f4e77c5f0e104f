// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.telephony;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as microseconds since 1970, and out of the units in which telephone systems write them. */
public final class Times {

  /** Microseconds of a second. */
  public static final long SECOND = 1_000_000L;

  /** Beyond it lies no event: the year 2200. */
  private static final long LATEST = 7_258_118_400L * SECOND;

  private Times() {}

  /** In microseconds. */
  public static long micros(Instant time) {
    return time.getEpochSecond() * SECOND + time.getNano() / 1000;
  }

  /** Out of microseconds. */
  public static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1000);
  }

  /** Microseconds as written in microseconds; -1 when that is no time from 1970 to 2199. */
  public static long ofMicros(@Nullable String digits) {
    return inRange(Texts.whole(digits, -1));
  }

  /** Microseconds as written in seconds; -1 when 0, unset, or no time from 1970 to 2199. */
  public static long ofSeconds(@Nullable String digits) {
    long seconds = Texts.whole(digits, -1);
    return seconds <= 0 || seconds > LATEST / SECOND ? -1 : inRange(seconds * SECOND);
  }

  /** Microseconds as written {@code seconds.micros}; -1 when that is no such time. */
  public static long ofFraction(@Nullable String written) {
    int dot = written == null ? -1 : written.indexOf('.');
    if (written == null || dot < 0) {
      return ofSeconds(written);
    }
    long seconds = ofSeconds(written.substring(0, dot));
    String digits = (written.substring(dot + 1) + "000000").substring(0, 6);
    long micros = Texts.whole(digits, -1);
    return seconds < 0 || micros < 0 ? -1 : inRange(seconds + micros);
  }

  private static long inRange(long micros) {
    return micros > 0 && micros < LATEST ? micros : -1;
  }
}
