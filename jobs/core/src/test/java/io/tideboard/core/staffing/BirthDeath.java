// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The same queues worked out the long way: the probabilities of all states in 50 digits, and what
 * happens to one who waits by uniformisation. Slow, and shares no formula with what it judges.
 */
record BirthDeath(double load, int servers, double ahtSeconds, double patienceSeconds) {

  private static final MathContext DIGITS = new MathContext(50);

  /** What follows from the probabilities of the states. */
  record Figures(double delayed, double queue, double serviceLevel) {}

  /** The share that is blocked where there is no line. */
  static double blocking(double load, int servers) {
    BigDecimal a = new BigDecimal(load);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int i = 1; i <= servers; i++) {
      term = term.multiply(a, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return term.divide(sum, DIGITS).doubleValue();
  }

  Figures figures(double thresholdSeconds) {
    BigDecimal a = new BigDecimal(load);
    BigDecimal impatience =
        Double.isInfinite(patienceSeconds)
            ? BigDecimal.ZERO
            : new BigDecimal(ahtSeconds).divide(new BigDecimal(patienceSeconds), DIGITS);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal free = BigDecimal.ZERO;
    for (int i = 1; i <= servers; i++) {
      free = free.add(term, DIGITS);
      term = term.multiply(a, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
    }
    BigDecimal busy = BigDecimal.ZERO;
    BigDecimal waiting = BigDecimal.ZERO;
    BigDecimal inTime = BigDecimal.ZERO;
    for (int j = 0; j == 0 || term.compareTo(busy.movePointLeft(25)) > 0; j++) {
      busy = busy.add(term, DIGITS);
      waiting = waiting.add(term.multiply(BigDecimal.valueOf(j), DIGITS), DIGITS);
      inTime =
          inTime.add(
              term.multiply(new BigDecimal(answeredWithin(j, thresholdSeconds)), DIGITS), DIGITS);
      BigDecimal rate =
          BigDecimal.valueOf(servers)
              .add(impatience.multiply(BigDecimal.valueOf(j + 1), DIGITS), DIGITS);
      term = term.multiply(a, DIGITS).divide(rate, DIGITS);
    }
    BigDecimal all = free.add(busy, DIGITS);
    return new Figures(
        busy.divide(all, DIGITS).doubleValue(),
        waiting.divide(all, DIGITS).doubleValue(),
        free.add(inTime, DIGITS).divide(all, DIGITS).doubleValue());
  }

  /** The probability that one who finds all servers busy and so many ahead is answered in time. */
  private double answeredWithin(int ahead, double seconds) {
    double mu = servers / ahtSeconds;
    double theta = 1 / patienceSeconds;
    double clock = mu + (ahead + 1) * theta;
    double[] state = new double[ahead + 1];
    state[ahead] = 1;
    double answered = 0;
    double mean = clock * seconds;
    double poisson = Math.exp(-mean);
    double left = 1 - poisson;
    double sum = 0;
    for (int k = 1; left > 1e-17 && k < 20 * (mean + 20); k++) {
      answered += state[0] * mu / clock;
      for (int j = 0; j <= ahead; j++) {
        double down = j == ahead ? 0 : state[j + 1] * (mu + (j + 1) * theta) / clock;
        state[j] = state[j] * (1 - (mu + (j + 1) * theta) / clock) + down;
      }
      poisson *= mean / k;
      sum += poisson * answered;
      left -= poisson;
    }
    return sum;
  }
}
