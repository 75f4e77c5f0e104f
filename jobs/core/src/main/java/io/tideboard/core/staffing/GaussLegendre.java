// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

import java.util.function.DoubleUnaryOperator;

/**
 * Gauss-Legendre quadrature with 20 points: exact for polynomials up to degree 39, so exact to
 * rounding for an exponential that changes by up to e^20 on the way.
 */
final class GaussLegendre {

  private static final int POINTS = 20;
  private static final double[] AT = new double[POINTS / 2];
  private static final double[] WEIGHT = new double[POINTS / 2];

  static {
    for (int i = 0; i < AT.length; i++) {
      settle(i);
    }
  }

  private GaussLegendre() {}

  /** The integral over a stretch in which the function is smooth. */
  static double integrate(DoubleUnaryOperator function, double from, double to) {
    double middle = (from + to) / 2;
    double half = (to - from) / 2;
    double sum = 0;
    for (int i = 0; i < AT.length; i++) {
      double off = half * AT[i];
      sum +=
          WEIGHT[i] * (function.applyAsDouble(middle - off) + function.applyAsDouble(middle + off));
    }
    return sum * half;
  }

  /** Newton's method on the Legendre polynomial, from Tricomi's guess at its root. */
  private static void settle(int i) {
    double root = StrictMath.cos(Math.PI * (i + 0.75) / (POINTS + 0.5));
    double slope = 0;
    for (int round = 0; round < 8; round++) {
      double last = 1;
      double value = root;
      for (int k = 2; k <= POINTS; k++) {
        double next = ((2 * k - 1) * root * value - (k - 1) * last) / k;
        last = value;
        value = next;
      }
      slope = POINTS * (root * value - last) / (root * root - 1);
      root -= value / slope;
    }
    AT[i] = root;
    WEIGHT[i] = 2 / ((1 - root * root) * slope * slope);
  }
}
