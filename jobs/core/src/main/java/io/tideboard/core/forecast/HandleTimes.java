// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableMap;

/**
 * Mean handle times by slot, whatever the weekday: of the last days, the latest counting most, each
 * slot drawn to its neighbours and to the mean of all.
 */
final class HandleTimes {

  private static final double FORGETTING = 0.96;

  /** The mean of all slots counts like so many contacts of a slot. */
  private static final double DOUBT = 30;

  private final double[] seconds;

  private HandleTimes(double[] seconds) {
    this.seconds = seconds;
  }

  static HandleTimes of(DemandTerms terms, NavigableMap<LocalDate, DayActuals> days) {
    double[] handled = new double[terms.slots()];
    double[] contacts = new double[terms.slots()];
    if (!days.isEmpty()) {
      LocalDate newest = days.lastKey();
      days.tailMap(newest.minusDays(DemandHistory.HANDLED_DAYS - 1), true)
          .forEach(
              (date, actuals) -> {
                BusinessDay day = BusinessDay.of(terms, date);
                double weight = Math.pow(FORGETTING, newest.toEpochDay() - date.toEpochDay());
                int[] counts = actuals.contacts();
                int[] tenths = actuals.handleTenths();
                for (int i = 0; i < Math.min(day.length(), counts.length); i++) {
                  if (counts[i] > 0 && tenths[i] != DayActuals.UNTOLD) {
                    int slot = day.slots()[i];
                    handled[slot] += weight * counts[i] * DayActuals.seconds(tenths[i]);
                    contacts[slot] += weight * counts[i];
                  }
                }
              });
    }
    return new HandleTimes(drawn(handled, contacts, Math.max(1, terms.slots() / 24)));
  }

  private static double[] drawn(double[] handled, double[] contacts, int reach) {
    double all = Arrays.stream(contacts).sum();
    double mean = Arrays.stream(handled).sum() / all;
    double[] near = Numbers.smooth(handled, reach);
    double[] count = Numbers.smooth(contacts, reach);
    double[] seconds = new double[handled.length];
    for (int slot = 0; slot < seconds.length; slot++) {
      seconds[slot] =
          (near[slot] * (2 * reach + 1) + DOUBT * mean) / (count[slot] * (2 * reach + 1) + DOUBT);
    }
    return seconds;
  }

  /** The mean handle time to expect in a slot; NaN where none was ever known. */
  double at(int slot) {
    return seconds[slot];
  }
}
