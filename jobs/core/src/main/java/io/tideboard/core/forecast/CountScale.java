// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

/**
 * Counts on a scale on which their noise hardly depends on how many there are: a logarithm where
 * they are many, a square root where they are few, and smooth between (Anscombe 1948, for counts
 * whose rate varies). So one model serves a queue of a thousand contacts an interval, one of three,
 * and the nights of the first.
 */
final class CountScale {

  /** Above about so many contacts an interval it is a logarithm. */
  static final double KNEE = 30;

  private static final double SHIFT = 0.375;

  /** Of fewer contacts nothing is known for sure. */
  private static final double LEAST = 0.05;

  private CountScale() {}

  /** That many contacts on the scale. */
  static double of(double count) {
    double root = Math.sqrt((count + SHIFT) / KNEE);
    return 2 * Math.log(root + Math.sqrt(root * root + 1));
  }

  /** How many contacts that is, 0 or more. */
  static double count(double x) {
    return x <= 0 ? 0 : Math.max(0, KNEE * sinhSquaredOfHalf(x) - SHIFT);
  }

  /** How many contacts to expect where the scale has that mean and variance. */
  static double mean(double x, double variance) {
    double level = Math.max(0, x);
    double sinh = sinhSquaredOfHalf(level);
    return Math.max(0, KNEE * (sinh + variance * (1 + 2 * sinh) / 4) - SHIFT);
  }

  /** By how much it rises when contacts grow by a small share, divided by that share: 0 to 1. */
  static double slope(double x) {
    double e = Math.exp(Math.max(0, x));
    return (e - 1) / (e + 1);
  }

  /** Variance of pure Poisson noise there; where hardly anybody comes there is little of it. */
  static double noise(double x) {
    double mean = Math.max(LEAST, count(x));
    return mean / (mean + 0.5) / (mean + KNEE);
  }

  private static double sinhSquaredOfHalf(double x) {
    double e = Math.exp(x);
    return ((e + 1 / e) / 2 - 1) / 2;
  }
}
