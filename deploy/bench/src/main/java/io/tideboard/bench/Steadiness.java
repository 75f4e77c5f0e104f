// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

/**
 * Warms up: repeats a measurement until the compiler has done its work and the figure stays where
 * it is, or gives up waiting for that.
 */
final class Steadiness {

  private static final int COMPARED = 3;
  private static final int MOST = 12;
  private static final double TOLERANCE = 0.1;

  /** One repetition; its result is a rate. */
  @FunctionalInterface
  interface Measurement {
    double run() throws Exception;
  }

  private Steadiness() {}

  /** Returns when three results in a row lie within a tenth of each other, or after twelve. */
  static void reach(Measurement measurement) throws Exception {
    double[] last = new double[COMPARED];
    for (int i = 0; i < MOST; i++) {
      last[i % COMPARED] = measurement.run();
      if (i + 1 >= COMPARED && areClose(last)) {
        return;
      }
    }
  }

  static boolean areClose(double[] rates) {
    double least = rates[0];
    double greatest = rates[0];
    for (double rate : rates) {
      least = Math.min(least, rate);
      greatest = Math.max(greatest, rate);
    }
    return greatest - least <= TOLERANCE * greatest;
  }
}
