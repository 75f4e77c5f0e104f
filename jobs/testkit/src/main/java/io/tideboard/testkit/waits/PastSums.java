// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.waits;

import io.tideboard.core.estimate.PastWaits;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.Outcome;
import io.tideboard.core.lifecycle.QueueVisit;

/** Visits and legs, added up to what the estimate wants to know of the past. */
final class PastSums {

  private long ended;
  private long waited;
  private long unserved;
  private long excess;
  private long atOnce;
  private long ringing;
  private long handled;
  private long handling;

  void add(QueueVisit visit) {
    boolean answered = visit.outcome() == Outcome.ANSWERED;
    long wait = visit.waitMicros();
    ended++;
    if (wait > PastWaits.MOMENT) {
      waited++;
      excess += wait - PastWaits.MOMENT;
      unserved += answered ? 0 : 1;
    } else if (answered) {
      atOnce++;
      ringing += wait;
    }
  }

  void add(HandledLeg leg) {
    handled++;
    handling += leg.talk() + leg.hold() + leg.wrapUp();
  }

  PastWaits sums() {
    return new PastWaits(
        ended,
        new PastWaits.Waited(waited, unserved, excess),
        new PastWaits.Sum(atOnce, ringing),
        new PastWaits.Sum(handled, handling));
  }
}
