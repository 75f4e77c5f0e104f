// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

/**
 * Rounds up what floating point has made a hair too much: 14 / 0.7 is 20 and not 21, and 2.4 / 0.8
 * is 3 and not 4.
 */
final class Ceiling {

  /** Relative; well above what a few operations lose, well below what any input is known to. */
  static final double SLACK = 1e-9;

  private Ceiling() {}

  /** The least whole number that is not less, but for rounding. */
  static int of(double value) {
    return (int) Math.max(0, Math.ceil(value - SLACK * Math.max(1, value)));
  }

  /** The greatest whole number that is not more, but for rounding. */
  static int floor(double value) {
    return (int) Math.max(0, Math.floor(value + SLACK * Math.max(1, value)));
  }
}
