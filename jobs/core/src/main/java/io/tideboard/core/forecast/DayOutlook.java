// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import org.jspecify.annotations.Nullable;

/** What is to be expected of a day of which some part may be known. */
final class DayOutlook {

  private final ExpectedDay expected;
  private final double[] counts;
  private final double[] deviations;
  private final DayFactors.Outlook given;
  private final boolean anythingKnown;
  private final int known;

  /**
   * @param counts by slot; NaN where not known yet
   */
  DayOutlook(ExpectedDay expected, double[] counts, DayFactors factors) {
    this.expected = expected;
    this.counts = counts;
    this.deviations = expected.deviations(counts);
    this.given = factors.given(deviations, expected.slopes());
    int last = -1;
    boolean any = false;
    for (int slot = 0; slot < counts.length; slot++) {
      last = Double.isNaN(counts[slot]) ? last : slot;
      any |= !Double.isNaN(deviations[slot]);
    }
    this.anythingKnown = any;
    this.known = last + 1;
  }

  /**
   * What is expected of one slot.
   *
   * @param quantiles at the {@link HorizonBands#LEVELS}
   */
  record Band(double contacts, double[] quantiles) {}

  /**
   * What is expected by slot; null where nothing is.
   *
   * @param levelVariance how uncertain the level of the day is beyond what is usual
   */
  @Nullable Band[] day(HorizonBands bands, double levelVariance) {
    Silence silence = Silence.of(expected, counts);
    int soon = known + Math.max(1, openSlots() / 8);
    @Nullable Band[] all = new Band[counts.length];
    for (int slot = 0; slot < counts.length; slot++) {
      if (Double.isNaN(expected.middle()[slot])) {
        continue;
      }
      Horizon horizon =
          !anythingKnown ? Horizon.ANOTHER_DAY : slot <= soon ? Horizon.SOON : Horizon.TODAY;
      double slope = expected.slopes()[slot];
      double middle = expected.middle()[slot] + given.mean()[slot];
      double variance = given.variance()[slot] + slope * slope * levelVariance;
      all[slot] = band(middle, variance, bands.at(horizon), silence);
    }
    return all;
  }

  private static Band band(double middle, double variance, double[] at, Silence silence) {
    double[] quantiles = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      quantiles[i] = CountScale.count(middle + at[i] * Math.sqrt(variance));
    }
    double contacts = CountScale.mean(middle, variance);
    if (silence.isStrange()) {
      quantiles[0] = 0;
      quantiles[1] = 0;
    }
    if (silence.isClosedDay()) {
      quantiles[2] = 0;
      contacts = 0;
    }
    return new Band(contacts, quantiles);
  }

  /** The level that the day has as far as one can tell; a wild one is believed in part. */
  double level(double usualVariance) {
    double[] whole = new double[deviations.length];
    double[] variance = given.variance();
    for (int slot = 0; slot < whole.length; slot++) {
      whole[slot] = Double.isNaN(deviations[slot]) ? given.mean()[slot] : deviations[slot];
      if (Double.isNaN(expected.middle()[slot])) {
        whole[slot] = Double.NaN;
      }
    }
    double off = DemandLearning.levelOf(whole, expected.slopes(), variance);
    return expected.level() + Numbers.within(off, 0, 3 * Math.sqrt(usualVariance));
  }

  /** Which share of the day is not known: 0 to 1. */
  double unknownShare() {
    double all = 0;
    double open = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      double slope = expected.slopes()[slot];
      all += slope;
      open += Double.isNaN(deviations[slot]) ? slope : 0;
    }
    return all == 0 ? 1 : open / all;
  }

  /** What the next day is expected to have of this day's own shape. */
  double[] shape() {
    double share = 1 - unknownShare();
    double[] own = deviations.clone();
    double level = DemandLearning.levelOf(deviations, expected.slopes(), given.variance());
    for (int slot = 0; slot < own.length; slot++) {
      own[slot] =
          Numbers.within(
                  own[slot] - expected.slopes()[slot] * level,
                  0,
                  2.5 * Math.sqrt(given.variance()[slot]))
              * share;
    }
    return DemandLearning.carriedShape(own, Math.max(1, openSlots() / 7));
  }

  private int openSlots() {
    int open = 0;
    for (double middle : expected.middle()) {
      open += Double.isNaN(middle) ? 0 : 1;
    }
    return open;
  }
}
