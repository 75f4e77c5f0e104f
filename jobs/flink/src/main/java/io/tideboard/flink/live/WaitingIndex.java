// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.QueueVisit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which interactions wait in which queue; only of queues whose platform sends its own list. Not
 * kept in checkpoints: it is made anew from those that are remembered.
 */
final class WaitingIndex {

  private final Map<String, Set<String>> lines = new HashMap<>();

  /** Whether somebody looks at that queue already. */
  boolean knows(String queue) {
    return lines.containsKey(queue);
  }

  /** From now on somebody looks at that queue. */
  void begin(String queue) {
    lines.put(queue, new HashSet<>());
  }

  /** The interaction has changed. */
  void update(String key, @Nullable Interaction before, Interaction after) {
    if (lines.isEmpty()) {
      return;
    }
    if (before != null) {
      for (QueueVisit visit : before.visits()) {
        Set<String> line = lines.get(visit.queue());
        if (line != null) {
          line.remove(key);
        }
      }
    }
    for (QueueVisit visit : after.visits()) {
      Set<String> line = lines.get(visit.queue());
      if (line != null && visit.waiting()) {
        line.add(key);
      }
    }
  }

  /** Who waits there now. */
  Set<String> waitingIn(String queue) {
    return Set.copyOf(lines.getOrDefault(queue, Set.of()));
  }
}
