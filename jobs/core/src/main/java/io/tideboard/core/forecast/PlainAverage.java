// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A stand-in: the mean of the last weeks, with bands of plain Poisson noise. */
final class PlainAverage {

  private PlainAverage() {}

  static List<IntervalForecast> forecast(
      DemandHistory history, DemandTerms terms, long asOf, LocalDate last) {
    List<IntervalForecast> all = new ArrayList<>();
    LocalDate today = BusinessDay.dateOf(terms, asOf);
    for (LocalDate date = today; !date.isAfter(last); date = date.plusDays(1)) {
      double[] sum = new double[terms.slots()];
      double aht = 0;
      double handled = 0;
      int weeks = 0;
      for (LocalDate d = date.minusWeeks(1); weeks < 4 && d.isAfter(date.minusWeeks(12)); ) {
        DayActuals day = d.isBefore(today) ? history.days().get(d) : null;
        if (day != null) {
          BusinessDay cut = BusinessDay.of(terms, d);
          for (int i = 0; i < cut.length(); i++) {
            int contacts = Math.max(0, day.contacts()[i]);
            sum[cut.slots()[i]] += contacts;
            if (day.handleTenths()[i] != DayActuals.UNTOLD) {
              aht += contacts * DayActuals.seconds(day.handleTenths()[i]);
              handled += contacts;
            }
          }
          weeks++;
        }
        d = d.minusWeeks(1);
      }
      BusinessDay cut = BusinessDay.of(terms, date);
      for (int i = 0; i < cut.length(); i++) {
        double mean = sum[cut.slots()[i]] / Math.max(1, weeks);
        if (mean > 0 && cut.starts()[i + 1] > asOf) {
          double sd = Math.sqrt(mean) + 0.07 * mean;
          all.add(
              new IntervalForecast(
                  cut.starts()[i],
                  mean,
                  Math.max(0, mean - 2 * sd),
                  Math.max(0, mean - 1.3 * sd),
                  mean,
                  mean + 1.3 * sd,
                  mean + 2 * sd,
                  aht / handled));
        }
      }
    }
    return List.copyOf(all);
  }
}
