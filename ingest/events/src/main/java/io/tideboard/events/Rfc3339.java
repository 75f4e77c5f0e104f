// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Times on the wire: RFC 3339, section 5.6. {@code T} may be a small letter or a space; a fraction
 * may have any length and is cut to microseconds; a leap second is the last microsecond before its
 * end. Written by hand because every event has a time, and {@link
 * java.time.format.DateTimeFormatter} needs nearly as long for it as the rest of an event takes.
 */
public final class Rfc3339 {

  private static final String EXPECTED = "an RFC 3339 time such as 2026-03-02T09:30:00.250+01:00";
  private static final int MICROS = 1_000_000;
  private static final int MINUTES_A_DAY = 24 * 60;
  private static final long YEAR_9999 = 253_370_764_800L;

  private final String field;
  private final char[] text;
  private final int start;
  private final int end;
  private int at;

  private Rfc3339(String field, char[] text, int from, int length) {
    this.field = field;
    this.text = text;
    this.start = from;
    this.at = from;
    this.end = from + length;
  }

  /**
   * The instant that {@code text} names.
   *
   * @param field whose value it is, for messages
   * @throws InvalidEvent {@code invalid_time} or {@code time_without_offset}
   */
  public static Instant parse(String field, String text) {
    return parse(field, text.toCharArray(), 0, text.length());
  }

  /** As {@link #parse(String, String)}, of {@code length} characters of an array. */
  public static Instant parse(String field, char[] text, int from, int length) {
    long micros = micros(field, text, from, length);
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
  }

  /** As {@link #parse(String, char[], int, int)}, in microseconds since 1970. */
  public static long micros(String field, char[] text, int from, int length) {
    return new Rfc3339(field, text, from, length).micros();
  }

  /** The text of an instant, in UTC, cut to the microsecond, without a fraction that is zero. */
  public static String format(Instant time) {
    long second = time.getEpochSecond();
    if (second < 0 || second >= YEAR_9999) {
      return time.truncatedTo(ChronoUnit.MICROS).toString();
    }
    return Rfc3339Text.of(second, time.getNano() / 1000);
  }

  private long micros() {
    int year = digits(0, 99) * 100 + digits(0, 99);
    int month = after('-', 1, 12);
    int day = after('-', 1, daysOf(month, year));
    partDateFromTime();
    int hour = digits(0, 23);
    int minute = after(':', 0, 59);
    int second = after(':', 0, 60);
    int micros = fraction();
    long minutes = epochDay(year, month, day) * MINUTES_A_DAY + hour * 60L + minute - offset();
    if (at != end) {
      throw invalid();
    }
    if (second == 60) {
      // Leap seconds are inserted at the end of a UTC day and nowhere else.
      if (Math.floorMod(minutes, MINUTES_A_DAY) != MINUTES_A_DAY - 1) {
        throw invalid();
      }
      second = 59;
      micros = MICROS - 1;
    }
    return (minutes * 60 + second) * MICROS + micros;
  }

  private int digits(int least, int most) {
    int value = digit() * 10 + digit();
    if (value < least || value > most) {
      throw invalid();
    }
    return value;
  }

  private int digit() {
    int digit = next() - '0';
    if (digit < 0 || digit > 9) {
      throw invalid();
    }
    return digit;
  }

  private int after(char separator, int least, int most) {
    if (next() != separator) {
      throw invalid();
    }
    return digits(least, most);
  }

  private char next() {
    if (at >= end) {
      throw invalid();
    }
    return text[at++];
  }

  private void partDateFromTime() {
    char c = next();
    if (c != 'T' && c != 't' && c != ' ') {
      throw invalid();
    }
  }

  private int fraction() {
    if (at >= end || text[at] != '.') {
      return 0;
    }
    at++;
    int micros = digit() * (MICROS / 10);
    for (int unit = MICROS / 100; at < end && isDigit(text[at]); unit /= 10) {
      micros += (text[at++] - '0') * unit;
    }
    return micros;
  }

  /** Minutes east of UTC. */
  private int offset() {
    if (at >= end) {
      throw new InvalidEvent(
          ErrorCode.TIME_WITHOUT_OFFSET,
          field,
          shown(),
          "Z or an offset such as +01:00 at the end");
    }
    char sign = next();
    if (sign == 'Z' || sign == 'z') {
      return 0;
    }
    if (sign != '+' && sign != '-') {
      throw invalid();
    }
    int minutes = digits(0, 23) * 60 + after(':', 0, 59);
    return sign == '+' ? minutes : -minutes;
  }

  private InvalidEvent invalid() {
    return new InvalidEvent(ErrorCode.INVALID_TIME, field, shown(), EXPECTED);
  }

  private String shown() {
    return new String(text, start, end - start);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int daysOf(int month, int year) {
    return switch (month) {
      case 4, 6, 9, 11 -> 30;
      case 2 -> (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
      default -> 31;
    };
  }

  /** Days since 1970-01-01, by H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
  private static long epochDay(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }
}
