// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

/**
 * Warms up: repeats a measurement until the compiler has done its work and the rate rises no more,
 * or gives up waiting for that.
 */
final class Steadiness {

  private static final int FEWEST = 4;
  private static final int MOST = 15;

  /** A rate has to exceed the best before it by this to count as rising. */
  private static final double RISE = 1.05;

  /** How often in a row it must not have risen. */
  private static final int FLAT = 2;

  /** One repetition; its result is a rate. */
  @FunctionalInterface
  interface Measurement {
    double run() throws Exception;
  }

  private Steadiness() {}

  /**
   * Returns after at least four repetitions, the last two of which did not beat the best before
   * them by a twentieth, or after fifteen.
   */
  static void reach(Measurement measurement) throws Exception {
    double best = 0;
    int flat = 0;
    for (int i = 1; i <= MOST && (i <= FEWEST || flat < FLAT); i++) {
      double rate = measurement.run();
      flat = rate > best * RISE ? 0 : flat + 1;
      best = Math.max(best, rate);
    }
  }
}
