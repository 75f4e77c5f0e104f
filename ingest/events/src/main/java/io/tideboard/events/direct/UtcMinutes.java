// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.direct;

import io.tideboard.events.InvalidEvent;
import io.tideboard.events.Rfc3339;

/**
 * Reads times, and remembers the last minute that it has read: the next event is likely of the same
 * one, and then only seconds and their fraction are left to be read.
 */
final class UtcMinutes {

  private static final int MICROS = 1_000_000;
  private static final long MICROS_A_MINUTE = 60L * MICROS;

  /** {@code 2026-03-02T09:30}. */
  private static final int MINUTE = 16;

  /** A minute, a colon, two digits and {@code Z}. */
  private static final int SHORTEST = MINUTE + 4;

  private static final int LONGEST = 40;

  private final char[] chars = new char[LONGEST];
  private long knownDate;
  private long knownTime;
  private long knownMicros;
  private long micros;

  /** What the last reading gave, in microseconds since 1970. */
  long micros() {
    return micros;
  }

  /** Reads an RFC 3339 time; false when it is none, or longer than any that is usual. */
  boolean read(byte[] text, int from, int to) {
    if (to - from < SHORTEST || to - from > LONGEST) {
      return false;
    }
    if (text[to - 1] == 'Z'
        && JsonText.eightBytes(text, from) == knownDate
        && JsonText.eightBytes(text, from + Long.BYTES) == knownTime) {
      int beyond = seconds(text, from + MINUTE, to - 1);
      if (beyond >= 0) {
        micros = knownMicros + beyond;
        return true;
      }
    }
    return closely(text, from, to);
  }

  /** The microseconds in {@code :07.25}, or less than 0 for what must be read closely. */
  private static int seconds(byte[] text, int from, int to) {
    int tens = text[from + 1] - '0';
    int ones = text[from + 2] - '0';
    boolean plain = text[from] == ':' && tens >= 0 && tens < 6 && ones >= 0 && ones <= 9;
    boolean whole = to == from + 3;
    if (!plain || !whole && (text[from + 3] != '.' || to == from + 4)) {
      return -1;
    }
    int fraction = 0;
    int unit = MICROS;
    for (int i = from + 4; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      unit /= 10;
      fraction += digit * unit;
    }
    return (10 * tens + ones) * MICROS + fraction;
  }

  private boolean closely(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      chars[i - from] = (char) (text[i] & 0xff);
    }
    try {
      micros = Rfc3339.micros("time", chars, 0, to - from);
    } catch (InvalidEvent e) {
      return false;
    }
    if (text[to - 1] == 'Z') {
      knownDate = JsonText.eightBytes(text, from);
      knownTime = JsonText.eightBytes(text, from + Long.BYTES);
      knownMicros = Math.floorDiv(micros, MICROS_A_MINUTE) * MICROS_A_MINUTE;
    }
    return true;
  }
}
