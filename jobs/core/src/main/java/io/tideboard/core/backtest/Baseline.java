// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.backtest;

import java.util.List;
import java.util.Map;

/** Forecasts that need no model, on the same days of past weeks. */
public enum Baseline {
  /** The last day of the same weekday. */
  SEASONAL_NAIVE("seasonal naive", 1),
  /** The mean of the last four such days. */
  FOUR_WEEKS("mean of 4 weeks", 4),
  /** The mean of the last eight. */
  EIGHT_WEEKS("mean of 8 weeks", 8),
  /**
   * That mean, scaled by what came today so far against it; the day before it has ended, there is
   * no such ratio, and it is the mean.
   */
  SCALED_EIGHT_WEEKS("8 weeks x today", 8);

  private final String title;
  private final int weeks;

  Baseline(String title, int weeks) {
    this.title = title;
    this.weeks = weeks;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }

  /**
   * What it expects of a day, by slot.
   *
   * @param sameDays the days of its weekday before it, the latest first; not empty
   * @param today what is known of it
   */
  Map<Integer, Double> of(List<Map<Integer, Double>> sameDays, Map<Integer, Double> today) {
    Map<Integer, Double> mean = SlotMeans.of(sameDays.subList(0, Math.min(weeks, sameDays.size())));
    return this == SCALED_EIGHT_WEEKS ? SlotMeans.scaled(mean, today) : mean;
  }
}
