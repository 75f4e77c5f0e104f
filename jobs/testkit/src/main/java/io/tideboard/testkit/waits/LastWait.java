// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.waits;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Outcome;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.QueueKey;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The wait of the contact that was answered last, on whatever day that was. */
final class LastWait implements WaitGuess {

  private final Map<QueueKey, Long> last = new HashMap<>();

  @Override
  public String name() {
    return "last wait";
  }

  @Override
  public void on(Fact fact) {
    QueueVisit visit = Visits.ended(fact);
    if (visit != null && visit.outcome() == Outcome.ANSWERED && visit.beginKnown()) {
      last.put(Visits.key(visit), visit.waitMicros());
    }
  }

  @Override
  public OptionalLong at(QueueKey key, long now) {
    Long wait = last.get(key);
    return wait == null ? OptionalLong.empty() : OptionalLong.of(wait);
  }
}
