// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.waits;

import io.tideboard.core.estimate.EstimatedWait;
import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.QueueKey;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The core's estimate, of queues of whose agents nothing is known. */
final class EstimateGuess implements WaitGuess {

  private final Map<QueueKey, WaitingRoom> rooms = new HashMap<>();

  @Override
  public String name() {
    return "estimate";
  }

  @Override
  public void on(Fact fact) {
    if (fact instanceof Fact.VisitRevised of) {
      QueueVisit visit = of.after() == null ? of.before() : of.after();
      if (visit != null) {
        room(Visits.key(visit)).on(fact);
      }
    } else if (fact instanceof Fact.LegRevised of) {
      HandledLeg leg = of.after() == null ? of.before() : of.after();
      if (leg != null) {
        room(new QueueKey(leg.queue(), leg.channel())).on(fact);
      }
    }
  }

  @Override
  public OptionalLong at(QueueKey key, long now) {
    return EstimatedWait.of(room(key).at(now));
  }

  private WaitingRoom room(QueueKey key) {
    return rooms.computeIfAbsent(key, unused -> new WaitingRoom());
  }
}
