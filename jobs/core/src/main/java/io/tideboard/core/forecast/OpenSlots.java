// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import io.tideboard.core.calendar.OpeningHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.NavigableMap;

/**
 * In which slots of which weekday contacts are expected at all: within the configured hours, and
 * between the first and the last contact of the last {@value #WEEKS} days of that weekday. A
 * weekday without any such day is closed, unless a whole week was not yet seen.
 */
final class OpenSlots {

  /** So many days of a weekday tell when it is open. */
  static final int WEEKS = 8;

  /** After so many days without a contact on its weekday, a weekday is closed. */
  private static final int FORGOTTEN = 35;

  private final boolean[][] open;
  private final boolean[] weekdays = new boolean[7];

  OpenSlots(DemandTerms terms, NavigableMap<LocalDate, double[]> days) {
    open = new boolean[7][terms.slots()];
    int[] seen = new int[7];
    boolean[] any = new boolean[terms.slots()];
    LocalDate newest = days.isEmpty() ? LocalDate.MIN : days.lastKey();
    for (Map.Entry<LocalDate, double[]> day : days.descendingMap().entrySet()) {
      LocalDate date = day.getKey();
      int weekday = date.getDayOfWeek().getValue() - 1;
      boolean recent = newest.toEpochDay() - date.toEpochDay() < FORGOTTEN;
      if (recent && terms.special(date) == null && seen[weekday]++ < WEEKS) {
        widen(open[weekday], day.getValue());
        widen(any, day.getValue());
      }
    }
    boolean wholeWeek = !days.isEmpty() && !days.firstKey().isAfter(newest.minusDays(6));
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean[] slots = open[day.getValue() - 1];
      OpeningHours hours = terms.hours();
      if (!hours.days().isEmpty()) {
        addHours(slots, terms, day);
      } else if (seen[day.getValue() - 1] == 0 && !wholeWeek) {
        System.arraycopy(any, 0, slots, 0, slots.length);
      }
      for (boolean slot : slots) {
        weekdays[day.getValue() - 1] |= slot;
      }
    }
  }

  boolean isOpen(DayOfWeek day, int slot) {
    return open[day.getValue() - 1][slot];
  }

  /** Whether it is open at all on that weekday. */
  boolean isOpen(DayOfWeek day) {
    return weekdays[day.getValue() - 1];
  }

  private static void widen(boolean[] slots, double[] contacts) {
    int first = 0;
    while (first < slots.length && !(slots[first] || contacts[first] > 0)) {
      first++;
    }
    int last = slots.length - 1;
    while (last > first && !(slots[last] || contacts[last] > 0)) {
      last--;
    }
    for (int slot = first; slot <= last && slot < slots.length; slot++) {
      slots[slot] = true;
    }
  }

  private static void addHours(boolean[] slots, DemandTerms terms, DayOfWeek day) {
    for (int slot = 0; slot < slots.length; slot++) {
      int minute = terms.dayStart().toSecondOfDay() / 60 + slot * terms.minutes();
      DayOfWeek weekday = day.plus(minute / (24 * 60));
      OpeningHours.Times times = terms.hours().days().get(weekday);
      LocalTime start = LocalTime.MIDNIGHT.plusMinutes(minute);
      LocalTime last = start.plusMinutes(terms.minutes() - 1);
      if (times != null && !last.isBefore(times.from()) && start.isBefore(times.until())) {
        slots[slot] = true;
      }
    }
  }
}
