// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

/**
 * How good forecasts were that were made at one lead time.
 *
 * <p>WAPE is the sum of absolute errors over the sum of the actuals, bias the sum of errors
 * (forecast − actual) over the sum of the actuals. Both are ratios; NaN where nothing came.
 */
public final class Accuracy {

  private final Lead lead;
  private int intervals;
  private double actual;
  private double error;
  private double absolute;

  /** Nothing judged yet. */
  public Accuracy(Lead lead) {
    this.lead = lead;
  }

  /** Takes a row whose actual is known, where something was forecast at that lead time. */
  public void take(ForecastRow row) {
    double forecast = lead.of(row.leads());
    Integer came = row.actual();
    if (came == null || Double.isNaN(forecast)) {
      return;
    }
    intervals++;
    actual += came;
    error += forecast - came;
    absolute += Math.abs(forecast - came);
  }

  /** Which lead time. */
  public Lead lead() {
    return lead;
  }

  /** How many intervals were judged. */
  public int intervals() {
    return intervals;
  }

  /** Sum of absolute errors / sum of actuals. */
  public double wape() {
    return actual > 0 ? absolute / actual : Double.NaN;
  }

  /** Sum of errors / sum of actuals; above 0 where too much was forecast. */
  public double bias() {
    return actual > 0 ? error / actual : Double.NaN;
  }
}
