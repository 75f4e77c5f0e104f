// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

/** How long nobody has come, where many were expected: a line is cut off, or the day is closed. */
record Silence(double expected, boolean sinceOpening) {

  /** Chance leaves so many expected contacts out once in 160 000 times. */
  static final double UNLIKELY = 12;

  /** From so many on, that were expected since the opening and did not come, the day is closed. */
  private static final double CLOSED = 4 * UNLIKELY;

  /** The one that lasts at the end of what is known. */
  static Silence of(ExpectedDay day, double[] counts) {
    double silent = 0;
    boolean anybody = false;
    for (int slot = 0; slot < counts.length; slot++) {
      double middle = day.middle()[slot];
      if (Double.isNaN(counts[slot]) || Double.isNaN(middle)) {
        continue;
      }
      anybody |= counts[slot] > 0;
      silent = counts[slot] > 0 ? 0 : silent + CountScale.count(middle);
    }
    return new Silence(silent, !anybody);
  }

  /** Whether what comes next may well be nothing. */
  boolean isStrange() {
    return expected >= 2 * UNLIKELY;
  }

  /** Whether the day must be taken for a closed one. */
  boolean isClosedDay() {
    return sinceOpening && expected >= CLOSED;
  }
}
