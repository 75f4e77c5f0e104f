// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

/** The shares of all waits that are told. */
public enum WaitShare {
  /** Half of the visits waited no longer. */
  P50(0.5),
  /** Nine in ten visits waited no longer. */
  P90(0.9),
  /** No visit waited longer. */
  MAX(1);

  private final double share;

  WaitShare(double share) {
    this.share = share;
  }

  double share() {
    return share;
  }
}
