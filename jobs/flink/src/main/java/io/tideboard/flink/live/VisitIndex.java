// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.QueueVisit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom a list of a queue concerns: who waits there, and who has left since it was written. Only of
 * queues whose platform sends its own list. Not kept in checkpoints: it is made anew from the
 * interactions that are remembered.
 */
final class VisitIndex {

  /** By when they left; who waits leaves at {@link QueueVisit#OPEN}. */
  private final Map<String, TreeMap<Long, Set<String>>> lines = new HashMap<>();

  /** Whether somebody looks at that queue already. */
  boolean knows(String queue) {
    return lines.containsKey(queue);
  }

  /** From now on somebody looks at that queue. */
  void begin(String queue) {
    lines.put(queue, new TreeMap<>());
  }

  /**
   * The interaction has changed.
   *
   * @param horizon of no earlier instant a list comes any more: who left before is forgotten
   */
  void update(String key, @Nullable Interaction before, Interaction after, long horizon) {
    if (lines.isEmpty()) {
      return;
    }
    if (before != null) {
      for (QueueVisit visit : before.visits()) {
        remove(key, visit);
      }
    }
    for (QueueVisit visit : after.visits()) {
      TreeMap<Long, Set<String>> line = lines.get(visit.queue());
      if (line != null) {
        line.computeIfAbsent(visit.end(), unused -> new HashSet<>(2)).add(key);
        line.headMap(horizon, false).clear();
      }
    }
  }

  private void remove(String key, QueueVisit visit) {
    TreeMap<Long, Set<String>> line = lines.get(visit.queue());
    Set<String> those = line == null ? null : line.get(visit.end());
    if (line != null && those != null && those.remove(key) && those.isEmpty()) {
      line.remove(visit.end());
    }
  }

  /** Who waits there, or left at that instant or later. */
  Set<String> notGoneBy(String queue, long instant) {
    Set<String> all = new HashSet<>();
    lines.getOrDefault(queue, new TreeMap<>()).tailMap(instant, true).values().forEach(all::addAll);
    return all;
  }

  /** How many visits are known. */
  int size() {
    return lines.values().stream()
        .flatMap(line -> line.values().stream())
        .mapToInt(Set::size)
        .sum();
  }
}
