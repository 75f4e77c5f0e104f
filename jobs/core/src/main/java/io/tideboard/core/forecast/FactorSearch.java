// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Finds the factors of past days' deviations. Slots are taken together in at most {@value #BLOCKS}
 * blocks, so that noise of counting averages out and the cost does not depend on the interval. Each
 * block is measured in units of what it has for itself; eigenvalues below the Marchenko-Pastur edge
 * are what noise alone gives, and are dropped, the others freed of what noise adds to them (Baik
 * and Silverstein 2006). Factors and own variance follow from each other, in a few rounds.
 */
final class FactorSearch {

  private static final int BLOCKS = 14;
  private static final int MOST_FACTORS = 4;
  private static final int ROUNDS = 4;

  /** What a day tells fades by so much with each day after it. */
  private static final double FORGETTING = 0.995;

  /** Deviations count up to so many standard deviations. */
  private static final double REACH = 2.5;

  private static final double LEAST_SHARE_OF_NOISE = 0.7;
  private static final double LEAST_OWN_SHARE = 0.1;

  private final int[] open;
  private final double[] noise;
  private final double[][] days;
  private final double[] weights;
  private final double effectiveDays;
  private final double[] total;
  private final int blocks;

  FactorSearch(List<double[]> deviations, double[] noise, int[] openSlots) {
    this.open = openSlots;
    this.noise = noise;
    this.weights = weights(deviations.size());
    this.effectiveDays = 1 / Arrays.stream(weights).map(weight -> weight * weight).sum();
    this.days = tempered(deviations);
    this.total = meanSquares(days, noise.length);
    this.blocks = Math.min(BLOCKS, open.length);
  }

  private static double[] weights(int days) {
    double[] weights = new double[days];
    double sum = 0;
    for (int day = 0; day < days; day++) {
      weights[day] = Math.pow(FORGETTING, days - 1 - day);
      sum += weights[day];
    }
    for (int day = 0; day < days; day++) {
      weights[day] /= sum;
    }
    return weights;
  }

  private double[][] tempered(List<double[]> deviations) {
    double[][] raw = new double[deviations.size()][];
    for (int day = 0; day < raw.length; day++) {
      raw[day] = Arrays.stream(deviations.get(day)).map(e -> Double.isNaN(e) ? 0 : e).toArray();
    }
    double[] squares = meanSquares(raw, noise.length);
    for (double[] day : raw) {
      for (int slot : open) {
        day[slot] = Numbers.within(day[slot], 0, REACH * Math.sqrt(squares[slot]));
      }
    }
    return raw;
  }

  private double[] meanSquares(double[][] rows, int slots) {
    double[] squares = new double[slots];
    for (int day = 0; day < rows.length; day++) {
      for (int slot : open) {
        squares[slot] += weights[day] * rows[day][slot] * rows[day][slot];
      }
    }
    return squares;
  }

  DayFactors factors() {
    DMatrixRMaj covariance = covariance();
    double[] least = blockMeans(noise);
    double[] own = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      least[b] /= end(b) - begin(b);
      own[b] = Math.max(0.3 * covariance.get(b, b), least[b]);
    }
    double[][] loadings = {};
    for (int round = 0; round < ROUNDS; round++) {
      loadings = loadings(covariance, own);
      for (int b = 0; b < blocks; b++) {
        double all = covariance.get(b, b);
        own[b] =
            Math.max(
                all - squares(loadings, b),
                Math.max(LEAST_SHARE_OF_NOISE * least[b], LEAST_OWN_SHARE * all));
      }
    }
    return perSlot(loadings);
  }

  private DMatrixRMaj covariance() {
    DMatrixRMaj sum = new DMatrixRMaj(blocks, blocks);
    for (int day = 0; day < days.length; day++) {
      double[] means = blockMeans(days[day]);
      for (int a = 0; a < blocks; a++) {
        for (int b = 0; b < blocks; b++) {
          sum.add(a, b, weights[day] * means[a] * means[b]);
        }
      }
    }
    return sum;
  }

  private double[][] loadings(DMatrixRMaj covariance, double[] own) {
    DMatrixRMaj scaled = new DMatrixRMaj(blocks, blocks);
    for (int a = 0; a < blocks; a++) {
      for (int b = 0; b < blocks; b++) {
        scaled.set(a, b, covariance.get(a, b) / Math.sqrt(own[a] * own[b]));
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(blocks, true, true);
    if (!eigen.decompose(scaled)) {
      return new double[0][];
    }
    double ratio = blocks / effectiveDays;
    double edge = Math.pow(1 + Math.sqrt(ratio), 2);
    int[] largest =
        IntStream.range(0, blocks)
            .boxed()
            .filter(i -> eigen.getEigenvalue(i).getReal() > edge)
            .sorted(
                (i, j) ->
                    Double.compare(
                        eigen.getEigenvalue(j).getReal(), eigen.getEigenvalue(i).getReal()))
            .limit(MOST_FACTORS)
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] loadings = new double[largest.length][blocks];
    for (int factor = 0; factor < largest.length; factor++) {
      double found = eigen.getEigenvalue(largest[factor]).getReal();
      double size = Math.sqrt(Math.max(0, withoutNoise(found, ratio) - 1));
      for (int b = 0; b < blocks; b++) {
        loadings[factor][b] =
            eigen.getEigenVector(largest[factor]).get(b) * size * Math.sqrt(own[b]);
      }
    }
    return loadings;
  }

  /** The eigenvalue of which noise makes the one found. */
  private static double withoutNoise(double found, double ratio) {
    double middle = found + 1 - ratio;
    return (middle + Math.sqrt(Math.max(0, middle * middle - 4 * found))) / 2;
  }

  private DayFactors perSlot(double[][] ofBlocks) {
    double[][] loadings = new double[ofBlocks.length][noise.length];
    double[] own = new double[noise.length];
    Arrays.fill(own, 1);
    for (int i = 0; i < open.length; i++) {
      int slot = open[i];
      double left = total[slot];
      for (int factor = 0; factor < ofBlocks.length; factor++) {
        double loading = between(ofBlocks[factor], i);
        loadings[factor][slot] = loading;
        left -= loading * loading;
      }
      own[slot] =
          Math.max(
              left, Math.max(LEAST_SHARE_OF_NOISE * noise[slot], LEAST_OWN_SHARE * total[slot]));
    }
    return new DayFactors(loadings, own);
  }

  /** The value at an open slot, on the line between the middles of two blocks. */
  private double between(double[] ofBlocks, int at) {
    int b = 0;
    while (b < blocks - 1 && middle(b + 1) <= at) {
      b++;
    }
    if (b == blocks - 1 || at <= middle(0)) {
      return ofBlocks[b];
    }
    double share = (at - middle(b)) / (middle(b + 1) - middle(b));
    return ofBlocks[b] * (1 - share) + ofBlocks[b + 1] * share;
  }

  private double[] blockMeans(double[] slots) {
    double[] means = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      for (int i = begin(b); i < end(b); i++) {
        means[b] += slots[open[i]] / (end(b) - begin(b));
      }
    }
    return means;
  }

  private static double squares(double[][] loadings, int block) {
    double sum = 0;
    for (double[] loading : loadings) {
      sum += loading[block] * loading[block];
    }
    return sum;
  }

  private int begin(int block) {
    return block * open.length / blocks;
  }

  private int end(int block) {
    return (block + 1) * open.length / blocks;
  }

  private double middle(int block) {
    return (begin(block) + end(block) - 1) / 2.0;
  }
}
