// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.waits;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Outcome;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.QueueKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The average speed of answer of the last 15 minutes. */
final class RecentAverage implements WaitGuess {

  private static final long WINDOW = 15 * 60 * 1_000_000L;

  private final Map<QueueKey, Deque<QueueVisit>> answered = new HashMap<>();

  @Override
  public String name() {
    return "ASA 15 min";
  }

  @Override
  public void on(Fact fact) {
    QueueVisit visit = Visits.ended(fact);
    if (visit != null && visit.outcome() == Outcome.ANSWERED && visit.beginKnown()) {
      answered.computeIfAbsent(Visits.key(visit), unused -> new ArrayDeque<>()).add(visit);
    }
  }

  @Override
  public OptionalLong at(QueueKey key, long now) {
    Deque<QueueVisit> recent = answered.getOrDefault(key, new ArrayDeque<>());
    while (!recent.isEmpty() && recent.peek().end() <= now - WINDOW) {
      recent.remove();
    }
    OptionalDouble mean = recent.stream().mapToLong(QueueVisit::waitMicros).average();
    return mean.isPresent()
        ? OptionalLong.of(Math.round(mean.getAsDouble()))
        : OptionalLong.empty();
  }
}
