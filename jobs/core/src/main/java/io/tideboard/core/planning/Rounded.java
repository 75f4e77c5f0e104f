// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import io.tideboard.core.forecast.IntervalForecast;

/** Forecasts to a thousandth of a contact: more digits would only make every row look new. */
final class Rounded {

  private static final double THOUSAND = 1000;

  private Rounded() {}

  static IntervalForecast of(IntervalForecast exact) {
    return new IntervalForecast(
        exact.start(),
        rounded(exact.contacts()),
        rounded(exact.p025()),
        rounded(exact.p10()),
        rounded(exact.p50()),
        rounded(exact.p90()),
        rounded(exact.p975()),
        rounded(exact.ahtSeconds()));
  }

  private static double rounded(double value) {
    return Double.isNaN(value) ? value : Math.rint(value * THOUSAND) / THOUSAND;
  }
}
