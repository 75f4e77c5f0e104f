// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.estimate;

/**
 * The time until {@code ahead} contacts and one more have left a line, when with {@code i} others
 * still ahead they leave after an exponential time at rate {@code pace + i * leaving}: a sum of
 * independent exponential times.
 *
 * <p>The median is that of the gamma distribution with the same mean and variance, by Wilson and
 * Hilferty's cube root (1931): within 1 % of the true one while fewer leave unserved than are
 * served, within 6 % at three times as many. The sums take a bounded time for any length of line:
 * what is beyond {@link #ONE_BY_ONE} is added by Euler and Maclaurin's formula, within a millionth.
 */
final class Turns {

  private static final int ONE_BY_ONE = 64;

  private Turns() {}

  /**
   * The median, in the unit of time of the rates.
   *
   * @param pace above 0
   * @param leaving rate at which each of those waiting leaves unserved; 0 or more
   * @param ahead 0 or more
   */
  static double median(double pace, double leaving, int ahead) {
    if (ahead == 0) {
      return StrictMath.log(2) / pace;
    }
    double mean = 0;
    double variance = 0;
    for (int i = 0; i <= Math.min(ahead, ONE_BY_ONE); i++) {
      double turn = 1 / (pace + i * leaving);
      mean += turn;
      variance += turn * turn;
    }
    if (ahead > ONE_BY_ONE) {
      mean += meanBeyond(pace, leaving, ahead);
      variance += varianceBeyond(pace, leaving, ahead);
    }
    double root = 1 - variance / (9 * mean * mean);
    return mean * root * root * root;
  }

  private static double meanBeyond(double pace, double leaving, int ahead) {
    double first = 1 / (pace + ONE_BY_ONE * leaving);
    double last = 1 / (pace + ahead * leaving);
    double turns = ahead - ONE_BY_ONE;
    double area =
        leaving == 0 ? turns * first : StrictMath.log1p(turns * leaving * first) / leaving;
    return area + (last - first) / 2 + leaving * (first * first - last * last) / 12;
  }

  private static double varianceBeyond(double pace, double leaving, int ahead) {
    double first = 1 / (pace + ONE_BY_ONE * leaving);
    double last = 1 / (pace + ahead * leaving);
    double area = (ahead - ONE_BY_ONE) * first * last;
    double slopes = leaving * (first * first * first - last * last * last) / 6;
    return area + (last * last - first * first) / 2 + slopes;
  }
}
