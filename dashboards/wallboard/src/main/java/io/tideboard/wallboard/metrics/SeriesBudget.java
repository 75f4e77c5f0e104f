// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

/** How many series a page may still have: names of queues come from senders, who may err. */
final class SeriesBudget {

  private int left;
  private long dropped;

  SeriesBudget(int most) {
    left = most;
  }

  /** Whether so many fit, and have their place from now on. */
  boolean take(int series) {
    if (series > left) {
      dropped += series;
      return false;
    }
    left -= series;
    return true;
  }

  /** How many did not fit. */
  long dropped() {
    return dropped;
  }
}
