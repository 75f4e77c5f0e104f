// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.backtest;

import io.tideboard.core.forecast.DemandTerms;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Which forecasts a backtest makes.
 *
 * @param terms by which days and intervals are cut
 * @param from the first day that is forecast
 * @param to the last one
 * @param cutoff until which local time the intraday forecast knows a day
 */
public record BacktestPlan(DemandTerms terms, LocalDate from, LocalDate to, LocalTime cutoff) {

  public BacktestPlan {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(to + " as last day: expected " + from + " or later");
    }
  }
}
