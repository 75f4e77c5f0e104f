// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.time.DayOfWeek;

/**
 * What a plain day of each weekday looks like by slot, on the {@link CountScale}: exponentially
 * weighted means. What a day shows that is new counts for the other weekdays too, but less.
 */
final class Profile {

  /** How much a day counts for its own weekday, once there are many. */
  private static final double WEIGHT = 0.08;

  /** And for the other weekdays. */
  private static final double SHARED = 0.024;

  private final double[][] levels = new double[7][];
  private final int[] days = new int[7];
  private final int slots;

  Profile(int slots) {
    this.slots = slots;
    for (int day = 0; day < levels.length; day++) {
      levels[day] = DayCounts.unknown(slots);
    }
  }

  /** How many days of that weekday it has learned from. */
  int days(DayOfWeek weekday) {
    return days[weekday.getValue() - 1];
  }

  /** That weekday, and where nothing is known of it the others; NaN where nothing is at all. */
  double[] of(DayOfWeek weekday) {
    double[] own = levels[weekday.getValue() - 1].clone();
    for (int slot = 0; slot < slots; slot++) {
      if (Double.isNaN(own[slot])) {
        own[slot] = ofOthers(slot);
      }
    }
    return own;
  }

  private double ofOthers(int slot) {
    double sum = 0;
    int known = 0;
    for (double[] level : levels) {
      if (!Double.isNaN(level[slot])) {
        sum += level[slot];
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known;
  }

  /**
   * Learns from a day.
   *
   * @param base what {@link #of} said of its weekday
   * @param news by slot, by how much the day was different; NaN where that is not known
   */
  void learn(DayOfWeek weekday, double[] base, double[] news) {
    int day = weekday.getValue() - 1;
    days[day]++;
    double step = Math.max(WEIGHT, 1.0 / days[day]);
    // By what a weekday differs from others, as it shows at first, these do not change.
    double shared = days[day] == 1 ? 0 : SHARED;
    for (int slot = 0; slot < slots; slot++) {
      if (Double.isNaN(news[slot])) {
        continue;
      }
      for (int other = 0; other < levels.length; other++) {
        if (other != day) {
          levels[other][slot] += shared * news[slot];
        }
      }
      levels[day][slot] = base[slot] + step * news[slot];
    }
  }

  /** Takes a slot as it came where nothing was known of it. */
  void begin(DayOfWeek weekday, int slot, double level) {
    levels[weekday.getValue() - 1][slot] = level;
  }
}
