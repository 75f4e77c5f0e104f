// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Seeded draws from the distributions of call-center practice. Times are in milliseconds. */
final class Draws {

  private final UniformRandomProvider random;
  private final ZigguratSampler.Exponential exponential;
  private final ZigguratSampler.NormalizedGaussian gaussian;

  Draws(long seed) {
    this.random = new SplittableRandom(seed)::nextLong;
    this.exponential = ZigguratSampler.Exponential.of(random);
    this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
  }

  /** A stream of its own for each {@code name}, so that one part's draws leave another's alone. */
  static Draws of(long seed, String name) {
    long hash = seed;
    for (int i = 0; i < name.length(); i++) {
      hash = hash * 0x9E3779B97F4A7C15L + name.charAt(i);
    }
    return new Draws(hash);
  }

  boolean chance(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  long between(long least, long most) {
    return random.nextLong(least, most + 1);
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Exponential with mean 1. */
  double unitExponential() {
    return exponential.sample();
  }

  long exponential(long mean) {
    return Math.round(exponential.sample() * mean);
  }

  /** Lognormal, given by its own mean and its standard deviation over the mean. */
  long lognormal(long mean, double variation) {
    double variance = Math.log1p(variation * variation);
    double exponent = Math.sqrt(variance) * gaussian.sample() - variance / 2;
    return Math.round(mean * Math.exp(exponent));
  }

  /** Gamma with mean 1 and that standard deviation; 1 for a deviation of 0. */
  double gammaFactor(double variation) {
    if (variation == 0) {
      return 1;
    }
    double variance = variation * variation;
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, 1 / variance, variance).sample();
  }

  /** 1, 2, 3 ... with that mean, each step as likely as the one before. */
  int geometric(double mean) {
    int n = 1;
    while (n < 40 && chance(1 - 1 / mean)) {
      n++;
    }
    return n;
  }
}
