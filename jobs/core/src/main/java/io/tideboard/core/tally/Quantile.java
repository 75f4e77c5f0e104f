// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import java.util.EnumSet;
import java.util.Set;

/** What is told of the distributions: the duration that a share of them does not exceed. */
public enum Quantile {
  /** Half of the ended visits waited no longer. */
  WAIT_P50("waitP50Micros", Sample.WAITS, 0.5),
  /** Nine in ten ended visits waited no longer. */
  WAIT_P90("waitP90Micros", Sample.WAITS, 0.9),
  /** No ended visit waited longer. */
  WAIT_MAX("waitMaxMicros", Sample.WAITS, 1),
  /** Half of the first responses took no longer. */
  FIRST_RESPONSE_P50("firstResponseP50Micros", EnumSet.of(Sample.FIRST_RESPONSE), 0.5),
  /** The same in business hours. */
  FIRST_RESPONSE_IN_HOURS_P50(
      "firstResponseInHoursP50Micros", EnumSet.of(Sample.FIRST_RESPONSE_IN_HOURS), 0.5),
  /** Half of the resolutions took no longer. */
  RESOLUTION_P50("resolutionP50Micros", EnumSet.of(Sample.RESOLUTION), 0.5),
  /** The same in business hours. */
  RESOLUTION_IN_HOURS_P50(
      "resolutionInHoursP50Micros", EnumSet.of(Sample.RESOLUTION_IN_HOURS), 0.5);

  private final String wire;
  private final Set<Sample> samples;
  private final double share;

  Quantile(String wire, Set<Sample> samples, double share) {
    this.wire = wire;
    this.samples = samples;
    this.share = share;
  }

  /** The name in the topics. */
  public String wire() {
    return wire;
  }

  Set<Sample> samples() {
    return samples;
  }

  double share() {
    return share;
  }
}
