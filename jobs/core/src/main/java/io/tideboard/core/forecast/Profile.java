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

  /** By how much a slot of a weekday may differ from that of the others, as a share. */
  private static final double OWN_SD = 0.1;

  /** And from the slots beside it. */
  private static final double BEND_SD = 0.05;

  /** What is exponentially weighted counts like so many days at most. */
  private static final double MOST_DAYS = 2 / WEIGHT - 1;

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

  /**
   * That weekday; NaN where nothing is known. Where noise of counting is large against what may
   * distinguish one slot of one weekday, it is drawn to the mean of all weekdays, moved to the
   * level of this one.
   */
  double[] of(DayOfWeek weekday) {
    double[] own = levels[weekday.getValue() - 1];
    double[] common = common();
    double level = levelAgainst(own, common);
    double seen = Math.min(MOST_DAYS, days[weekday.getValue() - 1]);
    double[] drawn = new double[slots];
    for (int slot = 0; slot < slots; slot++) {
      double slope = CountScale.slope(common[slot]);
      double all = common[slot] + slope * level;
      double real = seen * Math.pow(OWN_SD * slope, 2);
      double share = real / (real + CountScale.noise(all));
      drawn[slot] = Double.isNaN(own[slot]) ? all : share * own[slot] + (1 - share) * all;
    }
    return drawn;
  }

  /** The mean of all weekdays, smoothed where it is noisy. */
  private double[] common() {
    double[] common = new double[slots];
    double[] seen = new double[slots];
    for (int day = 0; day < levels.length; day++) {
      double weight = Math.min(MOST_DAYS, days[day]);
      for (int slot = 0; slot < slots; slot++) {
        if (!Double.isNaN(levels[day][slot]) && weight > 0) {
          common[slot] += weight * levels[day][slot];
          seen[slot] += weight;
        }
      }
    }
    for (int slot = 0; slot < slots; slot++) {
      common[slot] = seen[slot] == 0 ? Double.NaN : common[slot] / seen[slot];
    }
    double[] smooth = Numbers.smooth(common, 1);
    for (int slot = 0; slot < slots; slot++) {
      double real = seen[slot] * Math.pow(BEND_SD * CountScale.slope(common[slot]), 2);
      double share = real / (real + CountScale.noise(common[slot]));
      common[slot] = share * common[slot] + (1 - share) * smooth[slot];
    }
    return common;
  }

  private double levelAgainst(double[] own, double[] common) {
    double sum = 0;
    double slopes = 0;
    for (int slot = 0; slot < slots; slot++) {
      if (!Double.isNaN(own[slot])) {
        double slope = CountScale.slope(common[slot]);
        sum += slope * (own[slot] - common[slot]);
        slopes += slope * slope;
      }
    }
    return slopes == 0 ? 0 : sum / slopes;
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
      double came = base[slot] + news[slot];
      double own = levels[day][slot];
      levels[day][slot] = Double.isNaN(own) ? came : own + step * (came - own);
    }
  }

  /** Takes a slot as it came where nothing was known of it. */
  void begin(DayOfWeek weekday, int slot, double level) {
    levels[weekday.getValue() - 1][slot] = level;
  }
}
