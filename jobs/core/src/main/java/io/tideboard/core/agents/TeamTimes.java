// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import java.util.Arrays;

/** What was measured of a team in a period. Adds up. */
public final class TeamTimes {

  private static final int MEASURES = TeamMeasure.values().length;

  private final long[] sums = new long[MEASURES];

  /** The sum of one measure. */
  public long get(TeamMeasure measure) {
    return sums[measure.ordinal()];
  }

  /** Adds to one measure. */
  public void add(TeamMeasure measure, long micros) {
    sums[measure.ordinal()] += micros;
  }

  void add(int measure, long micros) {
    sums[measure] += micros;
  }

  /** Adds another period. */
  public void add(TeamTimes other) {
    for (int i = 0; i < MEASURES; i++) {
      sums[i] += other.sums[i];
    }
  }

  TeamTimes copy() {
    TeamTimes copy = new TeamTimes();
    copy.add(this);
    return copy;
  }

  /** What lies a moment ahead of the time that it is here counts as nothing, and not as less. */
  void notBelowZero() {
    for (int i = 0; i < MEASURES; i++) {
      sums[i] = Math.max(0, sums[i]);
    }
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return Arrays.stream(sums).allMatch(sum -> sum == 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TeamTimes that && Arrays.equals(sums, that.sums);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sums);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (TeamMeasure measure : TeamMeasure.values()) {
      if (get(measure) != 0) {
        text.append(measure.wire()).append('=').append(get(measure)).append(' ');
      }
    }
    return text.append('}').toString();
  }
}
