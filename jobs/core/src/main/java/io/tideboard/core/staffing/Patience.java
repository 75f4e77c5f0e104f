// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

/**
 * How long customers wait on average before they give up, as the stream tells: {@code E[W] /
 * P(abandon)}, which is the time that all together waited over the number of those who gave up. For
 * exponential patience it is the maximum-likelihood estimate from censored waits (Brown, Gans,
 * Mandelbaum and others 2005), and it holds for Erlang A exactly, since there {@code P(abandon) =
 * E[W] / patience}.
 */
public final class Patience {

  private Patience() {}

  /**
   * Mean patience in seconds; infinite where nobody gave up.
   *
   * @param waitedSeconds how long everybody waited together, those who gave up included
   * @param gaveUp how many gave up
   */
  public static double seconds(double waitedSeconds, double gaveUp) {
    return gaveUp <= 0 || waitedSeconds <= 0 ? Double.POSITIVE_INFINITY : waitedSeconds / gaveUp;
  }
}
