// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;

/**
 * What a date itself says about a day: where it stands in the month, counted in open weekdays, and
 * whether it follows a day that was closed against the rule. Salaries, bills and statements come by
 * the month; how much that matters is learned.
 */
final class MonthTurn {

  /** How many figures describe a day. */
  static final int FEATURES = 8;

  private static final int FIRST_DAYS = 4;
  private static final int LAST_DAYS = 3;

  private MonthTurn() {}

  /**
   * The figures of a day, each 0 or 1.
   *
   * @param open whether the queue is open on such a date, as a rule
   */
  static double[] features(LocalDate date, Predicate<LocalDate> open) {
    double[] features = new double[FEATURES];
    int before = count(date.withDayOfMonth(1), date, open);
    if (before < FIRST_DAYS) {
      features[before] = 1;
    }
    LocalDate next = date.with(TemporalAdjusters.firstDayOfNextMonth());
    int after = count(date.plusDays(1), next, open);
    if (after < LAST_DAYS) {
      features[FIRST_DAYS + after] = 1;
    }
    int day = date.getDayOfMonth();
    features[FIRST_DAYS + LAST_DAYS] = day >= 14 && day <= 16 ? 1 : 0;
    return features;
  }

  private static int count(LocalDate from, LocalDate until, Predicate<LocalDate> open) {
    int days = 0;
    for (LocalDate date = from; date.isBefore(until); date = date.plusDays(1)) {
      days += open.test(date) ? 1 : 0;
    }
    return days;
  }
}
