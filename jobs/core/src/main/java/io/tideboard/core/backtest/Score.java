// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.backtest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * How far forecasts were off, added up. Shares are fractions of 1, {@link Double#NaN} where nothing
 * was forecast or nobody came.
 */
public final class Score {

  /** The quantiles of a forecast, as in its bands. */
  private static final double[] LEVELS = {0.025, 0.1, 0.5, 0.9, 0.975};

  private long intervals;
  private double actuals;
  private double errors;
  private double absolute;
  private double squares;
  private double relative;
  private long relatives;
  private long banded;
  private long within80;
  private long within95;
  private double pinball;
  private final Map<Day, double[]> days = new HashMap<>();

  private record Day(String series, LocalDate date) {}

  /**
   * Adds a forecast.
   *
   * @param series to which it belongs
   */
  public void add(String series, LocalDate date, double forecast, double actual) {
    double error = forecast - actual;
    intervals++;
    actuals += actual;
    errors += error;
    absolute += Math.abs(error);
    squares += error * error;
    if (actual > 0) {
      relative += Math.abs(error) / actual;
      relatives++;
    }
    double[] day = days.computeIfAbsent(new Day(series, date), unused -> new double[2]);
    day[0] += forecast;
    day[1] += actual;
  }

  /** Adds the bands of a forecast, as quantiles at 2.5, 10, 50, 90 and 97.5 %. */
  public void addBands(double[] quantiles, double actual) {
    banded++;
    within80 += actual >= quantiles[1] && actual <= quantiles[3] ? 1 : 0;
    within95 += actual >= quantiles[0] && actual <= quantiles[4] ? 1 : 0;
    for (int i = 0; i < LEVELS.length; i++) {
      double above = actual - quantiles[i];
      pinball += Math.max(LEVELS[i] * above, (LEVELS[i] - 1) * above) / LEVELS.length;
    }
  }

  /** How many forecasts. */
  public long intervals() {
    return intervals;
  }

  /** Sum of absolute errors to sum of actuals. */
  public double wape() {
    return absolute / positive(actuals);
  }

  /** Mean of absolute errors to actuals, over intervals in which anybody came. */
  public double mape() {
    return relative / positive(relatives);
  }

  /** Sum of errors to sum of actuals; above 0 when too much was forecast. */
  public double bias() {
    return errors / positive(actuals);
  }

  /** Root of the mean squared error, in contacts. */
  public double rmse() {
    return Math.sqrt(squares / positive(intervals));
  }

  /** Sum of absolute errors of whole days to sum of actuals. */
  public double dayTotalError() {
    double sum = 0;
    for (double[] day : days.values()) {
      sum += Math.abs(day[0] - day[1]);
    }
    return sum / positive(actuals);
  }

  /** Share of actuals within the 80 % band, its ends included. */
  public double coverage80() {
    return within80 / positive(banded);
  }

  /** Share of actuals within the 95 % band, its ends included. */
  public double coverage95() {
    return within95 / positive(banded);
  }

  /** Mean pinball loss over the five quantiles, in contacts. */
  public double pinball() {
    return pinball / positive(banded);
  }

  private static double positive(double value) {
    return value > 0 ? value : Double.NaN;
  }
}
