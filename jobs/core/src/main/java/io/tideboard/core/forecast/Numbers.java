// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.util.Arrays;

/** Small statistics. A value that is not known is {@link Double#NaN}. */
final class Numbers {

  private Numbers() {}

  /** The value, or the nearer bound where it lies outside {@code middle} plus or minus reach. */
  static double within(double value, double middle, double reach) {
    return Math.max(middle - reach, Math.min(middle + reach, value));
  }

  /** The middle of the values that are known; 0 when none is. */
  static double median(double[] values) {
    double[] known = values.clone();
    // What is not known is sorted to the end.
    Arrays.sort(known);
    int count = known.length;
    while (count > 0 && Double.isNaN(known[count - 1])) {
      count--;
    }
    int half = count / 2;
    if (count == 0) {
      return 0;
    }
    return count % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
  }

  static boolean noneKnown(double[] values) {
    for (double value : values) {
      if (!Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  /** Each value replaced by the mean of the known ones at most so many places away, or by 0. */
  static double[] smooth(double[] values, int reach) {
    double[] sums = new double[values.length + 1];
    int[] counts = new int[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      boolean known = !Double.isNaN(values[i]);
      sums[i + 1] = sums[i] + (known ? values[i] : 0);
      counts[i + 1] = counts[i] + (known ? 1 : 0);
    }
    double[] smooth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int from = Math.max(0, i - reach);
      int to = Math.min(values.length, i + reach + 1);
      int known = counts[to] - counts[from];
      smooth[i] = known == 0 ? 0 : (sums[to] - sums[from]) / known;
    }
    return smooth;
  }
}
