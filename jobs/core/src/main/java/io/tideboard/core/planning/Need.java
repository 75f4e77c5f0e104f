// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The agents that one interval needs, and those who are planned.
 *
 * @param requiredAgents at work, for the p50 of the demand
 * @param requiredAgentsP90 at work, for the p90 of the demand
 * @param scheduledAgents by the schedule of the queue; null where there is none
 * @param expectedServiceLevel what these make of the p50 of the demand; NaN where there is no
 *     schedule, and on channels where nobody stays on the line
 * @param patienceSeconds of those who wait, by which it was reckoned; infinite where nobody gives
 *     up
 */
public record Need(
    int requiredAgents,
    int requiredAgentsP90,
    @Nullable Integer scheduledAgents,
    double expectedServiceLevel,
    double patienceSeconds) {

  private static final int NO_SCHEDULE = -1;

  /** How many are missing from the schedule, below 0 where there are more than needed. */
  public @Nullable Integer gap() {
    return scheduledAgents == null ? null : requiredAgents - scheduledAgents;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(requiredAgents);
    out.writeInt(requiredAgentsP90);
    out.writeInt(scheduledAgents == null ? NO_SCHEDULE : scheduledAgents);
    out.writeDouble(expectedServiceLevel);
    out.writeDouble(patienceSeconds);
  }

  static Need read(DataInput in) throws IOException {
    int required = in.readInt();
    int p90 = in.readInt();
    int scheduled = in.readInt();
    return new Need(
        required,
        p90,
        scheduled == NO_SCHEDULE ? null : scheduled,
        in.readDouble(),
        in.readDouble());
  }
}
