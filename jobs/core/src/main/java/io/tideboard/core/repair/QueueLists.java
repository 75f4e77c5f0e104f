// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.repair;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.events.Limits;
import io.tideboard.events.QueueSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A platform's own lists of one queue. Kept by whom they name, since each interaction is held
 * against them anew with each of its events.
 */
final class QueueLists {

  /**
   * A list of some instant.
   *
   * @param names who waited
   * @param whole whether whoever is not named did not wait: not where it may have been cut off
   */
  private record Named(List<String> names, boolean whole) {}

  private final TreeMap<Long, Named> lists = new TreeMap<>();

  /** By name the lists that name it, and since when it waited as they say. */
  private final Map<String, TreeMap<Long, Long>> seen = new HashMap<>();

  /** Remembers a list; several of one instant are parts of one. Returns by how much it is more. */
  int remember(long at, QueueSnapshot list) {
    boolean whole = list.waiting().size() < Limits.SNAPSHOT;
    Named known = lists.computeIfAbsent(at, unused -> new Named(new ArrayList<>(), whole));
    int before = known.names.size();
    for (QueueSnapshot.Waiting each : list.waiting()) {
      TreeMap<Long, Long> its = seen.computeIfAbsent(each.interaction(), unused -> new TreeMap<>());
      Long since = its.get(at);
      if (since == null) {
        known.names.add(each.interaction());
      }
      long told = Micros.of(each.since());
      its.put(at, since == null ? told : Math.min(since, told));
    }
    return known.names.size() - before + 1;
  }

  /** Forgets the list of that instant. Returns by how much it is less. */
  int forget(long at) {
    Named known = lists.remove(at);
    if (known == null) {
      return 1;
    }
    for (String name : known.names) {
      TreeMap<Long, Long> its = seen.get(name);
      if (its != null && its.remove(at) != null && its.isEmpty()) {
        seen.remove(name);
      }
    }
    return 1 + known.names.size();
  }

  /** Adds each list that names the interaction. */
  void sightings(String id, String queue, Set<Moment> into) {
    TreeMap<Long, Long> its = seen.get(id);
    if (its != null) {
      its.forEach((at, since) -> into.add(Moment.seen(at, queue, since)));
    }
  }

  /** Adds each list that does not name the interaction, from that instant on. */
  void absences(String id, String queue, long from, Set<Moment> into) {
    TreeMap<Long, Long> its = seen.get(id);
    lists
        .tailMap(from, true)
        .forEach(
            (at, named) -> {
              if (named.whole && (its == null || !its.containsKey(at))) {
                into.add(Moment.unseen(at, queue));
              }
            });
  }

  /** Whether the list of the same instant says something else. */
  boolean refute(Moment concluded, String id) {
    TreeMap<Long, Long> its = seen.get(id);
    boolean named = its != null && its.containsKey(concluded.at());
    return lists.containsKey(concluded.at()) && named != concluded.isSighting();
  }
}
