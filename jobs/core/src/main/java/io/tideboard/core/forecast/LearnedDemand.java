// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import io.tideboard.core.forecast.DemandLearning.PastDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Everything learned from the days before one, and what it says of that day and those after it. */
final class LearnedDemand {

  /** Before anything is learned, days differ by so much, as a share. */
  private static final double USUAL_LEVEL_SD = 0.07;

  private final DemandTerms terms;
  private final OpenSlots open;
  private final DemandLearning learned;
  private final DayFactors factors;
  private final HorizonBands bands;
  private final HandleTimes handleTimes;

  /**
   * @param days before today, of which anything was told
   */
  LearnedDemand(DemandTerms terms, NavigableMap<LocalDate, DayActuals> days) {
    this.terms = terms;
    NavigableMap<LocalDate, double[]> counts = counts(terms, days);
    this.open = new OpenSlots(terms, counts);
    this.learned = new DemandLearning(terms, open);
    counts.forEach(learned::learn);
    this.factors = factors(learned);
    this.bands = new HorizonBands(learned.past, factors);
    this.handleTimes = HandleTimes.of(terms, days);
  }

  private static NavigableMap<LocalDate, double[]> counts(
      DemandTerms terms, Map<LocalDate, DayActuals> days) {
    NavigableMap<LocalDate, double[]> counts = new TreeMap<>();
    days.forEach(
        (date, actuals) ->
            counts.put(
                date,
                DayCounts.bySlot(
                    BusinessDay.of(terms, date), actuals, terms.slots(), Integer.MAX_VALUE)));
    return counts;
  }

  private DayFactors factors(DemandLearning learned) {
    int slots = terms.slots();
    double[] noise = new double[slots];
    double[] slopes = new double[slots];
    int[] days = new int[slots];
    List<double[]> deviations = new ArrayList<>();
    for (PastDay day : learned.past) {
      deviations.add(day.deviations());
      for (int slot = 0; slot < slots; slot++) {
        double middle = day.expected().middle()[slot];
        if (!Double.isNaN(middle)) {
          noise[slot] += CountScale.noise(middle);
          slopes[slot] += CountScale.slope(middle);
          days[slot]++;
        }
      }
    }
    int[] openSlots = new int[slots];
    int count = 0;
    for (int slot = 0; slot < slots; slot++) {
      noise[slot] = days[slot] == 0 ? 1 / CountScale.KNEE : noise[slot] / days[slot];
      slopes[slot] = days[slot] == 0 ? 1 : slopes[slot] / days[slot];
      if (days[slot] > 0) {
        openSlots[count++] = slot;
      }
    }
    return deviations.size() < DayFactors.ENOUGH_DAYS || count == 0
        ? DayFactors.usual(slopes, noise, USUAL_LEVEL_SD)
        : DayFactors.of(deviations, noise, Arrays.copyOf(openSlots, count));
  }

  /** How many factors move a day. */
  int factorCount() {
    return factors.count();
  }

  /**
   * What to expect from an instant on.
   *
   * @param today of which day it is
   * @param known what is known of it
   */
  List<IntervalForecast> forecast(LocalDate today, DayActuals known, long asOf, int daysAhead) {
    List<IntervalForecast> all = new ArrayList<>();
    BusinessDay day = BusinessDay.of(terms, today);
    int ended = 0;
    while (ended < day.length() && day.starts()[ended + 1] <= asOf) {
      ended++;
    }
    DayOutlook outlook =
        new DayOutlook(
            learned.expect(today, learned.level, learned.shape, today),
            DayCounts.bySlot(day, known, terms.slots(), ended),
            factors);
    double carried = learned.regression.carried();
    double variance = carried * carried * learned.disbelieved * learned.disbelieved / 4;
    add(all, day, ended, outlook.day(bands, variance));
    double level = plain(today, outlook.level(learned.levelVariance));
    double unknown = learned.levelVariance * outlook.unknownShare() + variance;
    double[] shape = outlook.shape();
    for (int ahead = 1; ahead <= daysAhead; ahead++) {
      LocalDate date = today.plusDays(ahead);
      BusinessDay later = BusinessDay.of(terms, date);
      if (!isOpen(date)) {
        continue;
      }
      ExpectedDay expected = learned.expect(date, level, shape, today);
      variance = carried * carried * unknown;
      add(
          all,
          later,
          0,
          new DayOutlook(expected, DayCounts.unknown(terms.slots()), factors).day(bands, variance));
      level = plain(date, expected.level());
      unknown = variance + learned.levelVariance;
      shape = new double[terms.slots()];
    }
    return List.copyOf(all);
  }

  /** The level of a day without what its name adds to it: that does not last. */
  private double plain(LocalDate date, double level) {
    return level - learned.named.logFactor(terms.special(date));
  }

  private boolean isOpen(LocalDate date) {
    SpecialDay special = terms.special(date);
    return open.isOpen(date.getDayOfWeek()) && (special == null || !special.isClosed());
  }

  private void add(
      List<IntervalForecast> all, BusinessDay day, int from, DayOutlook.Band[] bySlot) {
    if (!isOpen(day.date())) {
      return;
    }
    for (int i = from; i < day.length(); i++) {
      int slot = day.slots()[i];
      DayOutlook.Band band = bySlot[slot];
      if (band != null) {
        double[] q = band.quantiles();
        all.add(
            new IntervalForecast(
                day.starts()[i],
                band.contacts(),
                q[0],
                q[1],
                q[2],
                q[3],
                q[4],
                handleTimes.at(slot)));
      }
    }
  }
}
