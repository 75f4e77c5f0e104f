// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.repair;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.events.Limits;
import io.tideboard.events.QueueSnapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A platform's own lists of one queue, by the instant of each. */
final class QueueLists {

  /**
   * Who waited, and since when.
   *
   * @param whole whether whoever is not named did not wait: not where it may have been cut off
   */
  private record Named(Map<String, Long> since, boolean whole) {}

  private final TreeMap<Long, Named> lists = new TreeMap<>();

  /** Remembers a list; several of one instant are parts of one. Returns by how much it is more. */
  int remember(long at, QueueSnapshot list) {
    boolean whole = list.waiting().size() < Limits.SNAPSHOT;
    Named known = lists.computeIfAbsent(at, unused -> new Named(new HashMap<>(), whole));
    int before = known.since.size();
    list.waiting()
        .forEach(each -> known.since.merge(each.interaction(), Micros.of(each.since()), Math::min));
    return known.since.size() - before + 1;
  }

  /** Forgets the list of that instant. Returns by how much it is less. */
  int forget(long at) {
    Named known = lists.remove(at);
    return 1 + (known == null ? 0 : known.since.size());
  }

  /** Adds each list that names the interaction. */
  void sightings(String id, String queue, Set<Moment> into) {
    lists.forEach(
        (at, named) -> {
          Long since = named.since.get(id);
          if (since != null) {
            into.add(Moment.seen(at, queue, since));
          }
        });
  }

  /** Adds each list that does not name the interaction, from that instant on. */
  void absences(String id, String queue, long from, Set<Moment> into) {
    lists
        .tailMap(from, true)
        .forEach(
            (at, named) -> {
              if (named.whole && !named.since.containsKey(id)) {
                into.add(Moment.unseen(at, queue));
              }
            });
  }

  /** Whether the list of the same instant says something else. */
  boolean refute(Moment concluded, String id) {
    Named known = lists.get(concluded.at());
    return known != null && known.since.containsKey(id) != concluded.isSighting();
  }
}
