// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

/**
 * What is expected of one interval of a queue and channel. Quantiles never cross and are never
 * below 0.
 *
 * @param start the interval's start, in microseconds
 * @param contacts how many are expected, a fraction
 * @param p025 below which one actual in 40 should fall; with {@code p975} the 95 % band
 * @param p10 below which one in ten should fall; with {@code p90} the 80 % band
 * @param p50 below which half should fall
 * @param p90 below which nine in ten should fall
 * @param p975 below which 39 in 40 should fall
 * @param ahtSeconds their mean handle time; {@link Double#NaN} where none was ever known
 */
public record IntervalForecast(
    long start,
    double contacts,
    double p025,
    double p10,
    double p50,
    double p90,
    double p975,
    double ahtSeconds) {

  public IntervalForecast {
    if (!(0 <= p025 && p025 <= p10 && p10 <= p50 && p50 <= p90 && p90 <= p975)) {
      throw new IllegalArgumentException(
          p025
              + " "
              + p10
              + " "
              + p50
              + " "
              + p90
              + " "
              + p975
              + " as quantiles: expected 0 or"
              + " more, none below the one before");
    }
  }
}
