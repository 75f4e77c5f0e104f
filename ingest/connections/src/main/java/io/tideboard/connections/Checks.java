// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import java.time.Duration;

/** What settings may be. */
final class Checks {

  private static final Duration LONGEST = Duration.ofDays(1);

  private Checks() {}

  static void range(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          value + " as " + name + ": expected " + least + " to " + most);
    }
  }

  static void positive(String name, Duration value) {
    if (value.toMillis() <= 0 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(value + " as " + name + ": expected 1 ms to " + LONGEST);
    }
  }

  /** A text that goes into a line of a protocol, and must not end it. The text is not repeated. */
  static void oneLine(String name, String value) {
    if (value.isEmpty() || value.length() > 1024 || value.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException(
          value.length()
              + " characters as "
              + name
              + ": expected 1 to 1024, and no control character among them");
    }
  }
}
