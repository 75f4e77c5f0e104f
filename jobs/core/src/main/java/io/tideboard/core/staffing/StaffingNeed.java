// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

import java.util.Collection;

/**
 * How many agents a workload needs.
 *
 * @param exact agents at work, before rounding: chat and deferred work need fractions of one
 * @param paid agents to be scheduled so that so many are at work, before rounding
 */
public record StaffingNeed(double exact, double paid) {

  /** Where nothing is to be done. */
  public static final StaffingNeed NONE = new StaffingNeed(0, 0);

  /**
   * @param shrinkage share of the paid time in which an agent is not there, from 0, below 1
   */
  static StaffingNeed of(double exact, double shrinkage) {
    return new StaffingNeed(exact, exact / (1 - shrinkage));
  }

  /** Whole agents at work. */
  public int requiredAgents() {
    return Ceiling.of(exact);
  }

  /** Whole agents on the schedule. */
  public int scheduledAgents() {
    return Ceiling.of(paid);
  }

  /**
   * What agents need who do all of it. Fractions are added before anything is rounded: ten queues
   * of a tenth of an agent need one agent, not ten.
   */
  public static StaffingNeed total(Collection<StaffingNeed> needs) {
    double exact = 0;
    double paid = 0;
    for (StaffingNeed need : needs) {
      exact += need.exact;
      paid += need.paid;
    }
    return new StaffingNeed(exact, paid);
  }
}
