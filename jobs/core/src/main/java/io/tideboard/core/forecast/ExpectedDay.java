// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.time.LocalDate;

/**
 * What is expected of a day before anything of it is known, on the {@link CountScale}.
 *
 * @param base the profile of its weekday by slot; NaN where the queue is closed
 * @param slopes by slot: how much a slot moves when the whole day does
 * @param features what its date says of it, see {@link MonthTurn}
 * @param level its expected deviation from the profile as a whole, a logarithm
 * @param middle the expectation by slot; NaN where the queue is closed
 */
record ExpectedDay(
    LocalDate date,
    double[] base,
    double[] slopes,
    double[] features,
    double level,
    double[] middle) {

  static ExpectedDay of(
      LocalDate date, double[] base, double[] features, double level, double[] shape) {
    double[] slopes = new double[base.length];
    double[] middle = new double[base.length];
    for (int slot = 0; slot < base.length; slot++) {
      slopes[slot] = Double.isNaN(base[slot]) ? 0 : CountScale.slope(base[slot]);
      middle[slot] = base[slot] + slopes[slot] * level + shape[slot];
    }
    return new ExpectedDay(date, base, slopes, features, level, middle);
  }

  /** Whether nothing at all is expected. */
  boolean isBlank() {
    for (double value : middle) {
      if (!Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * By how much counts deviate from the expectation; NaN where they are not known, where the queue
   * is closed, and where it must have been cut off: nobody at all, where a dozen were expected.
   */
  double[] deviations(double[] counts) {
    double[] deviations = new double[counts.length];
    for (int slot = 0; slot < counts.length; slot++) {
      deviations[slot] =
          isDead(slot, counts[slot]) ? Double.NaN : CountScale.of(counts[slot]) - middle[slot];
    }
    return deviations;
  }

  /** Whether nobody came where so many were expected that it cannot be chance. */
  boolean isDead(int slot, double count) {
    return count == 0 && CountScale.count(middle[slot]) >= Silence.UNLIKELY;
  }
}
