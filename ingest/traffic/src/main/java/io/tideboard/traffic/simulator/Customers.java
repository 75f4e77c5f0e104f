// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

/** Who contacts the center: mostly anybody, sometimes somebody who was just there. */
final class Customers {

  private static final double COMES_AGAIN = 0.08;

  private final Draws draws;
  private final int population;
  private final int[] recent = new int[512];
  private int seen;

  Customers(Draws draws, int population) {
    this.draws = draws;
    this.population = population;
  }

  String next() {
    int known = Math.min(seen, recent.length);
    boolean again = known > 0 && draws.chance(COMES_AGAIN);
    int customer = again ? recent[draws.below(known)] : draws.below(population);
    recent[seen++ & (recent.length - 1)] = customer;
    return "C-" + (100_000 + customer);
  }
}
