// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.util.List;

/**
 * How the deviations of a day from what was expected hang together: a few factors that move many
 * slots alike, and what each slot has for itself. When part of a day is known, the rest follows as
 * the mean and variance of a normal distribution under that condition.
 */
final class DayFactors {

  /** From so many days on the factors are learned. */
  static final int ENOUGH_DAYS = 8;

  /** Known deviations count up to so many standard deviations around their middle. */
  private static final double REACH = 3;

  private static final int ENOUGH_FOR_MIDDLE = 3;

  private final double[][] loadings;
  private final double[] rest;
  private final double[] variance;

  /**
   * @param loadings of each factor by slot
   * @param rest variance that each slot has for itself
   */
  DayFactors(double[][] loadings, double[] rest) {
    this.loadings = loadings;
    this.rest = rest;
    this.variance = rest.clone();
    for (double[] loading : loadings) {
      for (int slot = 0; slot < variance.length; slot++) {
        variance[slot] += loading[slot] * loading[slot];
      }
    }
  }

  /**
   * What the known part of a day says of all of it.
   *
   * @param mean deviations to expect by slot
   * @param variance of the deviations around that
   */
  record Outlook(double[] mean, double[] variance) {}

  /** Variance by slot when nothing of the day is known; not to be changed. */
  double[] variance() {
    return variance;
  }

  /** How many factors there are. */
  int count() {
    return loadings.length;
  }

  /**
   * @param deviations by slot, NaN where not known
   * @param slopes by slot: how much a slot moves when the whole day does
   */
  Outlook given(double[] deviations, double[] slopes) {
    if (Numbers.noneKnown(deviations)) {
      return new Outlook(new double[deviations.length], variance);
    }
    double[] seen = temper(deviations, slopes);
    FactorPosterior posterior = new FactorPosterior(loadings.length);
    double[] at = new double[loadings.length];
    for (int slot = 0; slot < seen.length; slot++) {
      if (!Double.isNaN(seen[slot])) {
        posterior.see(loadingsOf(slot, at), seen[slot], rest[slot]);
      }
    }
    posterior.solve();
    double[] mean = new double[seen.length];
    double[] around = new double[seen.length];
    for (int slot = 0; slot < seen.length; slot++) {
      loadingsOf(slot, at);
      mean[slot] = posterior.mean(at);
      around[slot] = posterior.variance(at) + rest[slot];
    }
    return new Outlook(mean, around);
  }

  private double[] loadingsOf(int slot, double[] at) {
    for (int factor = 0; factor < at.length; factor++) {
      at[factor] = loadings[factor][slot];
    }
    return at;
  }

  /**
   * One wild interval says little about the rest of the day, a day that is wild throughout much.
   */
  private double[] temper(double[] deviations, double[] slopes) {
    double[] levels = new double[deviations.length];
    int known = 0;
    for (int slot = 0; slot < levels.length; slot++) {
      levels[slot] = slopes[slot] > 0.3 ? deviations[slot] / slopes[slot] : Double.NaN;
      known += Double.isNaN(levels[slot]) ? 0 : 1;
    }
    double middle = known < ENOUGH_FOR_MIDDLE ? 0 : Numbers.median(levels);
    double[] tempered = new double[deviations.length];
    for (int slot = 0; slot < tempered.length; slot++) {
      tempered[slot] =
          Double.isNaN(deviations[slot])
              ? Double.NaN
              : Numbers.within(
                  deviations[slot], slopes[slot] * middle, REACH * Math.sqrt(variance[slot]));
    }
    return tempered;
  }

  /** Those of a queue of which little is known: days differ as a whole, and by noise. */
  static DayFactors usual(double[] slopes, double[] noise, double levelSd) {
    double[] level = new double[slopes.length];
    double[] rest = new double[slopes.length];
    for (int slot = 0; slot < slopes.length; slot++) {
      level[slot] = slopes[slot] * levelSd;
      rest[slot] = noise[slot] + level[slot] * level[slot] / 2;
    }
    return new DayFactors(new double[][] {level}, rest);
  }

  /** Those of past days, oldest first; see {@link FactorSearch}. */
  static DayFactors of(List<double[]> deviations, double[] noise, int[] openSlots) {
    return new FactorSearch(deviations, noise, openSlots).factors();
  }
}
