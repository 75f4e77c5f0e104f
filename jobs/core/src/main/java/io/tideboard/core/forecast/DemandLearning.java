// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through the past day by day, as if each were today: expects, compares, learns. A day or slot
 * that is out of all proportion teaches only as much as the greatest that is usual.
 */
final class DemandLearning {

  /** How much of yesterday's deviations by slot, smoothed, is expected again. */
  private static final double SHAPE_CARRIED = 0.2;

  /** Slots on either side that are taken together for that: a seventh of the open ones. */
  private static final int SHAPE_SHARE = 7;

  /** A level is unusual from so many standard deviations on. */
  private static final double USUAL_LEVEL = 3;

  private static final double UNUSUAL_DAY = 4;

  private static final double USUAL_SLOT = 2.5;

  /** Standard deviations before any is known, as shares of the expected count. */
  private static final double FIRST_LEVEL_SD = 0.08;

  private static final double FIRST_SLOT_SD = 0.05;

  private static final double SPREAD_FORGETTING = 0.95;

  /** A day of which less than this share of the expected contacts was not cut off is closed. */
  private static final double CLOSED_SHARE = 0.3;

  private final DemandTerms terms;
  private final OpenSlots open;
  final Profile profile;
  final LevelRegression regression = new LevelRegression();
  final NamedDays named = new NamedDays();
  final List<PastDay> past = new ArrayList<>();
  double level;
  double levelVariance = FIRST_LEVEL_SD * FIRST_LEVEL_SD;

  /** By how much the last day's level was beyond what is usual, and so not believed. */
  double disbelieved;

  private double surprise;
  double[] shape;
  private double[] slotVariance;
  private LocalDate last = LocalDate.MIN;

  /** A past day: what was expected, and how it deviated. */
  record PastDay(ExpectedDay expected, double[] deviations) {}

  DemandLearning(DemandTerms terms, OpenSlots open) {
    this.terms = terms;
    this.open = open;
    this.profile = new Profile(terms.slots());
    this.shape = new double[terms.slots()];
    this.slotVariance = DayCounts.unknown(terms.slots());
  }

  /**
   * What is expected of a day that follows days of such a level and shape.
   *
   * @param today before which every day that was not learned from is known to have been closed
   */
  ExpectedDay expect(LocalDate date, double before, double[] shape, LocalDate today) {
    double[] base = profile.of(date.getDayOfWeek());
    for (int slot = 0; slot < base.length; slot++) {
      base[slot] = open.isOpen(date.getDayOfWeek(), slot) ? base[slot] : Double.NaN;
    }
    double[] features = features(date, base, today);
    double plain = regression.predict(before, features);
    return ExpectedDay.of(
        date, base, features, plain + named.logFactor(terms.special(date)), shape);
  }

  private double[] features(LocalDate date, double[] base, LocalDate today) {
    double[] features = new double[LevelRegression.FEATURES];
    double[] turn = MonthTurn.features(date, day -> open.isOpen(day.getDayOfWeek()));
    System.arraycopy(turn, 0, features, 0, turn.length);
    LocalDate before = date.minusDays(1);
    for (int i = 0; i < 7 && !open.isOpen(before.getDayOfWeek()); i++) {
      before = before.minusDays(1);
    }
    if (wasClosed(before, today)) {
      features[turn.length] = roleOf(before.getDayOfWeek(), base);
    }
    return features;
  }

  /** Whether a day that should have been open was closed, as far as one knows. */
  private boolean wasClosed(LocalDate date, LocalDate today) {
    SpecialDay special = terms.special(date);
    return special != null && special.isClosed()
        || last.isBefore(date) && date.isBefore(today) && date.toEpochDay() - last.toEpochDay() < 8;
  }

  /** By which logarithm that weekday usually has more than such a base; 0 when it has less. */
  private double roleOf(DayOfWeek closed, double[] base) {
    double[] other = profile.of(closed);
    double sum = 0;
    double slopes = 0;
    for (int slot = 0; slot < base.length; slot++) {
      if (!Double.isNaN(base[slot]) && !Double.isNaN(other[slot])) {
        double slope = CountScale.slope(base[slot]);
        sum += slope * (other[slot] - base[slot]);
        slopes += slope * slope;
      }
    }
    return slopes == 0 ? 0 : Math.max(0, sum / slopes);
  }

  /** Learns from a day that is over. */
  void learn(LocalDate date, double[] counts) {
    SpecialDay special = terms.special(date);
    if (special != null && special.isClosed()) {
      return;
    }
    ExpectedDay expected = expect(date, level, shape, date);
    // The first day of a weekday shows what is usual on it, not how it differs from that.
    if (expected.isBlank() || profile.days(date.getDayOfWeek()) == 0 && special == null) {
      begin(expected, counts);
      last = date;
      return;
    }
    double[] deviations = expected.deviations(counts);
    if (wasClosed(expected, deviations, counts)) {
      return;
    }
    last = date;
    double[] spread = spread(expected);
    double off = levelOf(deviations, expected.slopes(), spread);
    if (special != null) {
      named.learn(special, off + expected.level() - regression.predict(level, expected.features()));
      return;
    }
    learn(expected, counts, deviations, off, spread);
  }

  private void learn(
      ExpectedDay expected, double[] counts, double[] deviations, double off, double[] spread) {
    double usual = USUAL_LEVEL * Math.sqrt(levelVariance);
    // What comes twice in the same direction is believed the second time.
    double again = off * surprise > 0 ? Math.min(Math.abs(off), Math.abs(surprise)) : 0;
    double believed = Numbers.within(off, 0, Math.max(usual, again));
    boolean unusual = Math.abs(off) > UNUSUAL_DAY * Math.sqrt(levelVariance);
    DayOfWeek weekday = expected.date().getDayOfWeek();
    double[] own = new double[counts.length];
    double[] news = new double[counts.length];
    double ofDate = regression.ofDate(expected.features());
    for (int slot = 0; slot < counts.length; slot++) {
      double slope = expected.slopes()[slot];
      own[slot] =
          Numbers.within(deviations[slot] - slope * off, 0, USUAL_SLOT * Math.sqrt(spread[slot]));
      news[slot] =
          expected.middle()[slot] - expected.base()[slot] + slope * (believed - ofDate) + own[slot];
      if (Double.isNaN(expected.base()[slot]) && open.isOpen(weekday, slot)) {
        profile.begin(weekday, slot, CountScale.of(counts[slot]));
      }
    }
    profile.learn(weekday, expected.base(), news);
    regression.learn(
        level, expected.features(), expected.level() + believed, levelNoise(expected, deviations));
    if (!unusual) {
      past.add(new PastDay(expected, deviations));
    }
    widen(own, usual, off);
    disbelieved = Math.abs(off - believed);
    surprise = off;
    // Against a profile of few days, much of a level is what these had of their own.
    double seen = profile.days(weekday);
    level = (expected.level() + believed) * (seen - 1) / seen;
    int reach = Math.max(1, openCount(expected) / SHAPE_SHARE);
    shape = carriedShape(own, reach);
  }

  static double[] carriedShape(double[] own, int reach) {
    double[] smooth = Numbers.smooth(own, reach);
    for (int slot = 0; slot < smooth.length; slot++) {
      smooth[slot] *= SHAPE_CARRIED;
    }
    return smooth;
  }

  private void widen(double[] own, double usual, double off) {
    double within = Numbers.within(off, 0, usual);
    levelVariance = SPREAD_FORGETTING * levelVariance + (1 - SPREAD_FORGETTING) * within * within;
    for (int slot = 0; slot < own.length; slot++) {
      if (!Double.isNaN(own[slot]) && !Double.isNaN(slotVariance[slot])) {
        slotVariance[slot] =
            SPREAD_FORGETTING * slotVariance[slot]
                + (1 - SPREAD_FORGETTING) * own[slot] * own[slot];
      }
    }
  }

  private double[] spread(ExpectedDay expected) {
    double[] spread = new double[slotVariance.length];
    for (int slot = 0; slot < spread.length; slot++) {
      double noise = CountScale.noise(expected.middle()[slot]);
      if (Double.isNaN(slotVariance[slot]) && !Double.isNaN(noise)) {
        slotVariance[slot] = noise + Math.pow(FIRST_SLOT_SD * expected.slopes()[slot], 2);
      }
      spread[slot] = Math.max(slotVariance[slot], noise);
    }
    return spread;
  }

  /** The common deviation, as a logarithm; slots far from the middle of all count as less far. */
  static double levelOf(double[] deviations, double[] slopes, double[] spread) {
    double[] levels = new double[deviations.length];
    for (int slot = 0; slot < levels.length; slot++) {
      levels[slot] = slopes[slot] > 0.3 ? deviations[slot] / slopes[slot] : Double.NaN;
    }
    double middle = Numbers.median(levels);
    double sum = 0;
    double weights = 0;
    for (int slot = 0; slot < levels.length; slot++) {
      if (!Double.isNaN(deviations[slot])) {
        double slope = slopes[slot];
        double near =
            Numbers.within(deviations[slot], slope * middle, USUAL_SLOT * Math.sqrt(spread[slot]));
        sum += slope * near / spread[slot];
        weights += slope * slope / spread[slot];
      }
    }
    return weights == 0 ? 0 : sum / weights;
  }

  private static double levelNoise(ExpectedDay expected, double[] deviations) {
    double weights = 0;
    for (int slot = 0; slot < deviations.length; slot++) {
      if (!Double.isNaN(deviations[slot])) {
        double slope = expected.slopes()[slot];
        weights += slope * slope / CountScale.noise(expected.middle()[slot]);
      }
    }
    return weights == 0 ? 0 : 1 / weights;
  }

  private void begin(ExpectedDay expected, double[] counts) {
    DayOfWeek weekday = expected.date().getDayOfWeek();
    double[] news = DayCounts.unknown(counts.length);
    for (int slot = 0; slot < counts.length; slot++) {
      if (open.isOpen(weekday, slot) && !Double.isNaN(counts[slot])) {
        profile.begin(weekday, slot, CountScale.of(counts[slot]));
      }
    }
    profile.learn(weekday, expected.base(), news);
  }

  private static boolean wasClosed(ExpectedDay expected, double[] deviations, double[] counts) {
    double all = 0;
    double live = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      double count = CountScale.count(expected.middle()[slot]);
      if (!Double.isNaN(count)) {
        all += count;
        live += Double.isNaN(deviations[slot]) ? 0 : count;
      }
    }
    return live < CLOSED_SHARE * all;
  }

  private static int openCount(ExpectedDay expected) {
    int count = 0;
    for (double value : expected.middle()) {
      count += Double.isNaN(value) ? 0 : 1;
    }
    return count;
  }
}
