// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Past days cut by other terms. What came in an interval is spread evenly over the time that it
 * took, in whole contacts, and summed up anew; nothing is lost.
 */
final class Recut {

  private final TreeMap<LocalDate, DayActuals> days = new TreeMap<>();
  private final DemandTerms terms;

  private Recut(DemandTerms terms) {
    this.terms = terms;
  }

  static TreeMap<LocalDate, DayActuals> of(
      Map<LocalDate, DayActuals> days, DemandTerms from, DemandTerms to) {
    Recut recut = new Recut(to);
    days.forEach((date, actuals) -> recut.add(BusinessDay.of(from, date), actuals));
    return recut.days;
  }

  private void add(BusinessDay day, DayActuals actuals) {
    int[] contacts = actuals.contacts();
    int[] handle = actuals.handleTenths();
    for (int i = 0; i < day.length() && i < contacts.length; i++) {
      if (contacts[i] != DayActuals.UNTOLD) {
        spread(
            day.starts()[i],
            day.starts()[i + 1],
            new IntervalActual(day.starts()[i], contacts[i], DayActuals.seconds(handle[i])));
      }
    }
  }

  private void spread(long from, long until, IntervalActual whole) {
    long given = 0;
    long at = from;
    while (at < until) {
      LocalDate date = BusinessDay.dateOf(terms, at);
      BusinessDay day = BusinessDay.of(terms, date);
      int index = day.indexOf(at);
      long end = Math.min(until, day.starts()[index + 1]);
      long due = whole.contacts() * (end - from) / (until - from);
      DayActuals known = days.getOrDefault(date, DayActuals.untold(day.length()));
      days.put(date, plus(known, index, (int) (due - given), whole.ahtSeconds()));
      given = due;
      at = end;
    }
  }

  private static DayActuals plus(DayActuals known, int index, int contacts, double ahtSeconds) {
    int before = Math.max(0, known.contacts()[index]);
    double handled = DayActuals.seconds(known.handleTenths()[index]);
    double aht =
        Double.isNaN(handled) || before + contacts == 0
            ? ahtSeconds
            : Double.isNaN(ahtSeconds)
                ? handled
                : (handled * before + ahtSeconds * contacts) / (before + contacts);
    return known.with(index, before + contacts, aht);
  }
}
