// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.direct;

import io.tideboard.events.EventField;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a member begins in compact JSON: {@code "name":} and the first mark of its value, at most 16
 * bytes, compared eight at a time.
 */
final class Beginning {

  private static final int MOST = 2 * Long.BYTES;
  private static final Beginning[] BY_FIELD = new Beginning[EventField.values().length + 1];

  static {
    for (EventField field : EventField.values()) {
      String mark = field == EventField.ATTRIBUTES ? "{" : "\"";
      BY_FIELD[field.ordinal()] = new Beginning("\"" + field.wire() + "\":" + mark);
    }
    BY_FIELD[Vocabulary.TYPE] = new Beginning("\"type\":\"");
  }

  private final int length;
  private final long first;
  private final long firstMask;
  private final long second;
  private final long secondMask;

  private Beginning(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length > MOST) {
      throw new IllegalArgumentException(text + ": expected at most " + MOST + " characters");
    }
    byte[] mask = new byte[bytes.length];
    Arrays.fill(mask, (byte) 0xff);
    length = bytes.length;
    first = JsonText.eightBytes(Arrays.copyOf(bytes, MOST), 0);
    second = JsonText.eightBytes(Arrays.copyOf(bytes, MOST), Long.BYTES);
    firstMask = JsonText.eightBytes(Arrays.copyOf(mask, MOST), 0);
    secondMask = JsonText.eightBytes(Arrays.copyOf(mask, MOST), Long.BYTES);
  }

  /** That of a field's ordinal, or {@link Vocabulary#TYPE}. */
  static Beginning of(int field) {
    return BY_FIELD[field];
  }

  int length() {
    return length;
  }

  /** Whether it stands there; false too when it might, but too near to the limit. */
  boolean standsAt(byte[] text, int at, int limit) {
    return at + MOST <= limit
        && ((JsonText.eightBytes(text, at) ^ first) & firstMask
                | (JsonText.eightBytes(text, at + Long.BYTES) ^ second) & secondMask)
            == 0;
  }
}
