// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.repair;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.events.Event;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SourceRestarted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Remembers what platforms told of themselves: who waited by their own lists, and when they
 * restarted. An interaction of which an earlier event comes later is held against them then, so
 * that it does not matter which arrived first.
 */
public final class RepairBook {

  /** Of each source's queue so many of the latest lists are remembered. */
  static final int MOST_LISTS = 100;

  /** Of each source so many of the latest restarts are remembered. */
  static final int MOST_RESTARTS = 100;

  private record Line(String source, String queue) {}

  private final Map<Line, TreeMap<Long, Set<String>>> lists = new HashMap<>();
  private final Map<String, TreeSet<Long>> restarts = new HashMap<>();

  /** Remembers a list or a restart. */
  public void take(Event told) {
    long at = Micros.of(told.header().occurredAt());
    if (told instanceof QueueSnapshot snapshot) {
      Set<String> waiting = new HashSet<>();
      snapshot.waiting().forEach(each -> waiting.add(each.interaction()));
      TreeMap<Long, Set<String>> all =
          lists.computeIfAbsent(
              new Line(told.header().source(), snapshot.queue()), unused -> new TreeMap<>());
      all.put(at, waiting);
      if (all.size() > MOST_LISTS) {
        all.pollFirstEntry();
      }
    } else if (told instanceof SourceRestarted) {
      TreeSet<Long> all =
          restarts.computeIfAbsent(told.header().source(), unused -> new TreeSet<>());
      all.add(at);
      if (all.size() > MOST_RESTARTS) {
        all.pollFirst();
      }
    }
  }

  /** Whether anything is remembered of that source. */
  public boolean isEmpty() {
    return lists.isEmpty() && restarts.isEmpty();
  }

  /**
   * What the lists and restarts of its source conclude of an interaction that is open: the first of
   * each kind after the latest news of it.
   */
  public List<Moment> owed(String id, String source, Interaction interaction) {
    if (interaction.atRest()) {
      return List.of();
    }
    List<Moment> owed = new ArrayList<>(0);
    TreeSet<Long> its = restarts.get(source);
    Long restart = its == null ? null : its.higher(interaction.latest());
    if (restart != null) {
      owed.add(Moment.restarted(restart));
    }
    for (QueueVisit visit : interaction.visits()) {
      TreeMap<Long, Set<String>> told = lists.get(new Line(source, visit.queue()));
      if (visit.waiting() && told != null) {
        told.tailMap(interaction.latest(), false).entrySet().stream()
            .filter(list -> !list.getValue().contains(id))
            .findFirst()
            .ifPresent(list -> owed.add(Moment.unseen(list.getKey(), visit.queue())));
      }
    }
    return owed;
  }
}
