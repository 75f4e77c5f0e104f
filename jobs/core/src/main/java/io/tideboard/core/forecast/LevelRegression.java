// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * How the level of a day, its common deviation from the profile, follows from the level of the day
 * before and from the date: a ridge regression, drawn to {@link #CARRIED} of the day before and to
 * no influence of the date. Levels are natural logarithms of factors.
 */
final class LevelRegression {

  /** Which part of a level lasts to the next day, before anything is learned. */
  private static final double CARRIED = 0.7;

  /** How far that may be wrong, and how much dates may matter. */
  private static final double CARRIED_SD = 0.15;

  private static final double DATE_SD = 0.02;

  /** What a day tells fades by so much with each day after it. */
  private static final double FORGETTING = 0.999;

  /** The spread of levels, before any is known. */
  private static final double USUAL_SD = 0.06;

  /**
   * How much of the role of a day that was closed against the rule goes to the day after it, before
   * any such day was seen: a share of what the one usually has more than the other.
   */
  private static final double ROLE = 0.7;

  private static final double ROLE_SD = 0.3;

  /** What is said of a date: {@link MonthTurn}, and the role of the closed day before it. */
  static final int FEATURES = MonthTurn.FEATURES + 1;

  private static final int SIZE = 1 + FEATURES;

  private final DMatrixRMaj products = new DMatrixRMaj(SIZE, SIZE);
  private final DMatrixRMaj target = new DMatrixRMaj(SIZE, 1);
  private final DMatrixRMaj weights = new DMatrixRMaj(SIZE, 1);
  private double squares = USUAL_SD * USUAL_SD * 5;
  private double noise;
  private double days = 5;

  LevelRegression() {
    weights.set(0, CARRIED);
    weights.set(FEATURES, ROLE);
  }

  /** The level to expect. */
  double predict(double before, double[] date) {
    return weights.get(0) * before + ofDate(date);
  }

  /** The part of it that comes from the date. */
  double ofDate(double[] date) {
    double sum = 0;
    for (int i = 0; i < date.length; i++) {
      sum += weights.get(i + 1) * date[i];
    }
    return sum;
  }

  /** Which part of a level lasts to the next day. */
  double carried() {
    return Math.max(-0.95, Math.min(0.95, weights.get(0)));
  }

  /**
   * Learns from a day.
   *
   * @param level which the day had, after such a day before, at such a date
   * @param noise variance with which the level was measured
   */
  void learn(double before, double[] date, double level, double noise) {
    double[] row = new double[SIZE];
    row[0] = before;
    System.arraycopy(date, 0, row, 1, date.length);
    squares = squares * FORGETTING + Math.pow(level - CARRIED * before, 2);
    this.noise = this.noise * FORGETTING + noise;
    days = days * FORGETTING + 1;
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        products.set(i, j, products.get(i, j) * FORGETTING + row[i] * row[j]);
      }
      target.set(i, target.get(i) * FORGETTING + row[i] * level);
    }
    solve();
  }

  private void solve() {
    double variance = squares / days;
    // Of a level that is mostly noise of counting, nothing lasts.
    double real = Math.max(0, 1 - noise / days / variance);
    DMatrixRMaj left = products.copy();
    DMatrixRMaj right = target.copy();
    left.add(0, 0, variance / (CARRIED_SD * CARRIED_SD));
    right.add(0, 0, variance / (CARRIED_SD * CARRIED_SD) * CARRIED * real);
    for (int i = 1; i < FEATURES; i++) {
      left.add(i, i, variance / (DATE_SD * DATE_SD));
    }
    left.add(FEATURES, FEATURES, variance / (ROLE_SD * ROLE_SD));
    right.add(FEATURES, 0, variance / (ROLE_SD * ROLE_SD) * ROLE);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(SIZE);
    if (solver.setA(left)) {
      solver.solve(right, weights);
    }
  }
}
