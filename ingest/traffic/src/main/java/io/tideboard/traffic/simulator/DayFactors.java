// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** How busy each day is, over an average one: gamma, the same for all queues of that day. */
final class DayFactors {

  private final long seed;
  private final double variation;
  private final Map<LocalDate, Double> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Double> eldest) {
          return size() > 8;
        }
      };

  DayFactors(long seed, double variation) {
    this.seed = seed;
    this.variation = variation;
  }

  double of(LocalDate day) {
    return known.computeIfAbsent(day, d -> Draws.of(seed, "day " + d).gammaFactor(variation));
  }
}
