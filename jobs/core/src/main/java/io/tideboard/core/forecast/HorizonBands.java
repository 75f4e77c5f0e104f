// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import io.tideboard.core.forecast.DemandLearning.PastDay;
import java.util.Arrays;
import java.util.List;

/**
 * How errors of forecasts are really distributed, in units of the standard deviation that was
 * expected of them: quantiles of the last {@value #DAYS} days, by horizon. Drawn to those of the
 * normal distribution as long as days are few.
 */
final class HorizonBands {

  /** Which quantiles are given: two bands and the middle. */
  static final double[] LEVELS = {0.025, 0.1, 0.5, 0.9, 0.975};

  private static final double[] NORMAL = {-1.959964, -1.281552, 0, 1.281552, 1.959964};

  private static final int DAYS = 60;

  /** The normal distribution counts like so many days. */
  private static final double DOUBT = 5;

  /** A past day is looked at from so many instants within it. */
  private static final int CUTS = 7;

  private final double[][] quantiles = new double[Horizon.values().length][];

  HorizonBands(List<PastDay> past, DayFactors factors) {
    List<PastDay> days = past.subList(Math.max(0, past.size() - DAYS), past.size());
    Errors[] errors = new Errors[quantiles.length];
    for (int horizon = 0; horizon < errors.length; horizon++) {
      errors[horizon] = new Errors();
    }
    double[] variance = factors.variance();
    for (PastDay day : days) {
      double[] deviations = day.deviations();
      for (int slot = 0; slot < deviations.length; slot++) {
        errors[Horizon.ANOTHER_DAY.ordinal()].add(deviations[slot], variance[slot]);
      }
      cuts(day, factors, errors);
    }
    for (int horizon = 0; horizon < errors.length; horizon++) {
      quantiles[horizon] = errors[horizon].quantiles(days.size());
    }
  }

  private static void cuts(PastDay day, DayFactors factors, Errors[] errors) {
    double[] deviations = day.deviations();
    int[] open = openSlots(deviations);
    for (int cut = 1; cut <= CUTS; cut++) {
      int known = open.length * cut / (CUTS + 1);
      if (known == 0) {
        continue;
      }
      double[] seen = deviations.clone();
      Arrays.fill(seen, open[known], seen.length, Double.NaN);
      DayFactors.Outlook outlook = factors.given(seen, day.expected().slopes());
      for (int i = known; i < open.length; i++) {
        int slot = open[i];
        Horizon horizon = i - known <= open.length / (CUTS + 1) ? Horizon.SOON : Horizon.TODAY;
        errors[horizon.ordinal()].add(
            deviations[slot] - outlook.mean()[slot], outlook.variance()[slot]);
      }
    }
  }

  private static int[] openSlots(double[] deviations) {
    int[] open = new int[deviations.length];
    int count = 0;
    for (int slot = 0; slot < deviations.length; slot++) {
      if (!Double.isNaN(deviations[slot])) {
        open[count++] = slot;
      }
    }
    return Arrays.copyOf(open, count);
  }

  /** The quantiles of {@link #LEVELS}, in standard deviations, rising. */
  double[] at(Horizon horizon) {
    return quantiles[horizon.ordinal()];
  }

  /** Errors in standard deviations. */
  private static final class Errors {

    private double[] values = new double[1024];
    private int count;

    void add(double error, double variance) {
      if (Double.isNaN(error)) {
        return;
      }
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = error / Math.sqrt(variance);
    }

    double[] quantiles(int days) {
      double[] all = NORMAL.clone();
      if (count == 0) {
        return all;
      }
      Arrays.sort(values, 0, count);
      for (int i = 0; i < all.length; i++) {
        double at = LEVELS[i] * (count - 1);
        int below = (int) at;
        int above = Math.min(count - 1, below + 1);
        double found = values[below] + (at - below) * (values[above] - values[below]);
        all[i] = (days * found + DOUBT * all[i]) / (days + DOUBT);
      }
      return all;
    }
  }
}
