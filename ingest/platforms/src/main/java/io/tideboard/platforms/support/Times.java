// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.Rfc3339;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as platforms write them. */
public final class Times {

  /** In seconds the year 5138, in milliseconds 1973: no event of either is mistaken. */
  private static final long MOST_SECONDS = 100_000_000_000L;

  private static final long MOST_MILLIS = MOST_SECONDS * 1000;

  private Times() {}

  /**
   * RFC 3339, or a whole number since 1970 in seconds, milliseconds or microseconds, told apart by
   * its size; a fraction of a number is cut.
   *
   * @param field whose value it is, for messages
   * @throws InvalidEvent {@code invalid_time} or {@code time_without_offset}
   */
  public static Instant of(String field, String text) {
    return isNumber(text) ? epoch(whole(field, text)) : Rfc3339.parse(field, text);
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static Instant epoch(long value) {
    if (value < MOST_SECONDS) {
      return Instant.ofEpochSecond(value);
    }
    return value < MOST_MILLIS
        ? Instant.ofEpochMilli(value)
        : Instant.EPOCH.plus(value, ChronoUnit.MICROS);
  }

  static long whole(String field, String text) {
    try {
      return Long.parseLong(text.trim());
    } catch (NumberFormatException e) {
      throw new InvalidEvent(ErrorCode.INVALID_VALUE, field, text, "a whole number of 64 bits");
    }
  }
}
