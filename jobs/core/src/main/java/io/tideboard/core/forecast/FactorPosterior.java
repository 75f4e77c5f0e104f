// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Standard normal factors, given noisy sums of them. */
final class FactorPosterior {

  private final int size;
  private final DMatrixRMaj precision;
  private final DMatrixRMaj seen;
  private final DMatrixRMaj covariance;
  private final DMatrixRMaj mean;

  FactorPosterior(int size) {
    this.size = size;
    this.precision = CommonOps_DDRM.identity(size);
    this.seen = new DMatrixRMaj(size, 1);
    this.covariance = CommonOps_DDRM.identity(size);
    this.mean = new DMatrixRMaj(size, 1);
  }

  /** A value that is the sum of the factors so weighted, and of noise. */
  void see(double[] weights, double value, double noise) {
    for (int i = 0; i < size; i++) {
      seen.add(i, 0, weights[i] * value / noise);
      for (int j = 0; j < size; j++) {
        precision.add(i, j, weights[i] * weights[j] / noise);
      }
    }
  }

  void solve() {
    if (size == 0) {
      return;
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(size);
    if (!solver.setA(precision.copy())) {
      throw new ArithmeticException("precision of day factors: expected it positive definite");
    }
    solver.invert(covariance);
    CommonOps_DDRM.mult(covariance, seen, mean);
  }

  /** The sum of the factors so weighted that is to be expected. */
  double mean(double[] weights) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += weights[i] * mean.get(i);
    }
    return sum;
  }

  /** The variance of that sum. */
  double variance(double[] weights) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        sum += weights[i] * covariance.get(i, j) * weights[j];
      }
    }
    return Math.max(0, sum);
  }
}
