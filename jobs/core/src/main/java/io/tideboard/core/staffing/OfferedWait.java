// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

/**
 * How long somebody of endless patience would wait, given that they have to wait. The density is
 * proportional to {@code exp(x·(1 − e^{−θv}) − s·v)} with {@code s = nμ} (Zeltyn and Mandelbaum
 * 2005); those who are still there when their turn comes have {@code s = nμ + θ}.
 *
 * <p>The exponent is concave, so it has one peak, and falls by {@link #NEGLIGIBLE} on either side
 * of it in a stretch that can be found by doubling; that stretch is integrated in panels in each of
 * which the exponent moves little enough for {@link GaussLegendre} to be exact to rounding.
 */
final class OfferedWait {

  /** exp(-44) is less than one part in 10^19. */
  private static final double NEGLIGIBLE = 44;

  private static final double PER_PANEL = 8;

  private final double x;
  private final double served;
  private final double theta;

  /** Logarithm of the integral over all waits. */
  private final double whole;

  /**
   * @param x arrivals in a mean patience
   * @param served contacts a second that all servers finish
   * @param patience mean, in seconds
   * @param sum of the terms of {@link ErlangA}
   * @param first its first term, 0 where that is negligible
   */
  OfferedWait(double x, double served, double patience, double sum, double first) {
    this.x = x;
    this.served = served;
    this.theta = 1 / patience;
    this.whole =
        first > 0
            ? StrictMath.log(sum / first / served)
            : logIntegral(served, Double.POSITIVE_INFINITY, false);
  }

  /** The share, of those who have to wait, that is answered within that time. */
  double answeredWithin(double seconds) {
    return StrictMath.exp(logIntegral(served + theta, seconds, false) - whole);
  }

  /** Expectation of the wait where it ends with an answer, 0 where not. */
  double waitOfAnswered() {
    return StrictMath.exp(logIntegral(served + theta, Double.POSITIVE_INFINITY, true) - whole);
  }

  private double exponent(double slope, double v) {
    return -x * StrictMath.expm1(-theta * v) - slope * v;
  }

  private double logIntegral(double slope, double until, boolean ofWait) {
    double rising = x * theta / slope;
    double peak = Math.min(until, rising > 1 ? StrictMath.log(rising) / theta : 0);
    double top = exponent(slope, peak);
    double from = peak - stretch(slope, peak, -1, peak);
    double to = peak + stretch(slope, peak, 1, until - peak);
    double area = area(slope, top, ofWait, from, peak) + area(slope, top, ofWait, peak, to);
    return top + StrictMath.log(area);
  }

  /** How far it is, but at most so far, until the exponent has fallen enough on that side. */
  private double stretch(double slope, double peak, int side, double most) {
    double enough = exponent(slope, peak) - NEGLIGIBLE;
    double far = Math.min(most, 1 / slope);
    while (far < most && exponent(slope, peak + side * far) > enough) {
      far = Math.min(most, far * 2);
    }
    return far;
  }

  private double area(double slope, double top, boolean ofWait, double from, double to) {
    if (!(to > from)) {
      return 0;
    }
    double fall = Math.abs(exponent(slope, from) - exponent(slope, to));
    int panels = (int) Math.ceil(Math.min(fall, 4 * NEGLIGIBLE) / PER_PANEL + 1e-300);
    double width = (to - from) / panels;
    double area = 0;
    for (int i = 0; i < panels; i++) {
      double begin = from + i * width;
      area +=
          GaussLegendre.integrate(
              v -> StrictMath.exp(exponent(slope, v) - top) * (ofWait ? v : 1),
              begin,
              begin + width);
    }
    return area;
  }
}
