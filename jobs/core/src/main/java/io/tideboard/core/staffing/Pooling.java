// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

import java.util.List;

/**
 * The same contacts in queues of their own, or in one.
 *
 * @param separate what agents need who serve one queue each
 * @param pooled what agents need who serve all of them as one queue
 */
public record Pooling(StaffingNeed separate, StaffingNeed pooled) {

  /**
   * Compares the two.
   *
   * @param queues at least one; of the same length of interval
   * @param terms that hold for all of them
   */
  public static Pooling of(List<Workload> queues, StaffingTerms terms) {
    double interval = queues.get(0).intervalSeconds();
    double contacts = 0;
    double seconds = 0;
    for (Workload queue : queues) {
      if (queue.intervalSeconds() != interval) {
        throw new IllegalArgumentException(
            queue + ": expected an interval of " + interval + " s as the others have");
      }
      contacts += queue.contacts();
      seconds += queue.contacts() * queue.ahtSeconds();
    }
    double aht = contacts == 0 ? queues.get(0).ahtSeconds() : seconds / contacts;
    return new Pooling(
        StaffingNeed.total(queues.stream().map(queue -> Staffing.need(queue, terms)).toList()),
        Staffing.need(new Workload(contacts, interval, aht), terms));
  }

  /** How many whole agents pooling saves; below 0 where it costs some, by rounding. */
  public int saves() {
    return separate.requiredAgents() - pooled.requiredAgents();
  }
}
