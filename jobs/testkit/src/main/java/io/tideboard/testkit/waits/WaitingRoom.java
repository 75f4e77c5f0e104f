// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.waits;

import io.tideboard.core.estimate.PastWaits;
import io.tideboard.core.estimate.QueueState;
import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.QueueVisit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;

/**
 * A queue as its estimate sees it, kept the obvious way: the visits and legs of the last hour one
 * by one. Takes the facts of a log in order; agents are not known.
 */
final class WaitingRoom {

  private final TreeMap<Long, Integer> begins = new TreeMap<>();
  private final Deque<QueueVisit> visits = new ArrayDeque<>();
  private final Deque<HandledLeg> legs = new ArrayDeque<>();
  private final PastSums ever = new PastSums();
  private int waiting;
  private int inProgress;

  void on(Fact fact) {
    QueueVisit begun = Visits.begun(fact);
    QueueVisit ended = Visits.ended(fact);
    if (begun != null) {
      begins.merge(begun.begin(), 1, Integer::sum);
      waiting++;
    } else if (ended != null) {
      left(ended, ((Fact.VisitRevised) fact).before() != null);
    } else if (fact instanceof Fact.LegRevised revised) {
      leg(revised);
    }
  }

  private void left(QueueVisit visit, boolean wasSeenWaiting) {
    if (wasSeenWaiting) {
      begins.merge(visit.begin(), -1, (had, less) -> had + less == 0 ? null : had + less);
      waiting--;
    }
    if (visit.beginKnown() && !visit.outcome().lost()) {
      visits.add(visit);
      ever.add(visit);
    }
  }

  /** A leg counts when the conversation is over; a wrap-up is told later and left out. */
  private void leg(Fact.LegRevised revised) {
    boolean was = revised.before() != null && revised.before().inProgress();
    boolean is = revised.after() != null && revised.after().inProgress();
    inProgress += (is ? 1 : 0) - (was ? 1 : 0);
    if (was && !is && revised.after() != null) {
      legs.add(revised.after());
      ever.add(revised.after());
    }
  }

  QueueState at(long now) {
    while (!visits.isEmpty() && visits.getFirst().end() <= now - QueueState.RECENTLY) {
      visits.remove();
    }
    while (!legs.isEmpty() && legs.getFirst().endedAt() <= now - QueueState.RECENTLY) {
      legs.remove();
    }
    return new QueueState(
        new QueueState.Line(waiting, begins.isEmpty() ? 0 : now - begins.firstKey(), inProgress),
        null,
        new QueueState.Past(
            since(now - QueueState.LATELY), since(now - QueueState.RECENTLY), ever.sums()));
  }

  private PastWaits since(long instant) {
    PastSums sums = new PastSums();
    visits.stream().filter(visit -> visit.end() > instant).forEach(sums::add);
    legs.stream().filter(leg -> leg.endedAt() > instant).forEach(sums::add);
    return sums.sums();
  }
}
