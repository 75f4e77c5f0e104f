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
   * What the lists and restarts of its source conclude of an interaction of which something became
   * known that happened at {@code at}: of each stretch between two news of it the first restart,
   * and the first list that does not name it. Only the stretches beside {@code at} can have
   * changed, and the one that still lasts. Of who is neither waiting nor served nothing more is
   * concluded.
   */
  public List<Moment> owed(String id, String source, Interaction interaction, long at) {
    Owed owed = new Owed(id, source, interaction);
    long before = interaction.newsBefore(at);
    long after = interaction.newsAfter(at);
    if (interaction.newsBefore(at + 1) == at) {
      owed.within(before, at);
      owed.within(at, after);
    } else {
      owed.within(before, after);
    }
    if (after != QueueVisit.OPEN) {
      owed.within(interaction.latest(), QueueVisit.OPEN);
    }
    return owed.all;
  }

  private final class Owed {

    final List<Moment> all = new ArrayList<>(0);
    private final String id;
    private final String source;
    private final Interaction interaction;

    Owed(String id, String source, Interaction interaction) {
      this.id = id;
      this.source = source;
      this.interaction = interaction;
    }

    /** From one news to the next; there is nothing to conclude before the first. */
    void within(long from, long to) {
      if (from == Long.MIN_VALUE || to == QueueVisit.OPEN && cameToRest()) {
        return;
      }
      TreeSet<Long> its = restarts.get(source);
      Long restart = its == null ? null : its.ceiling(from);
      if (restart != null && restart < to) {
        all.add(Moment.restarted(restart));
      }
      if (!lists.isEmpty()) {
        interaction.visits().stream()
            .map(QueueVisit::queue)
            .distinct()
            .forEach(queue -> unlisted(queue, from, to));
      }
    }

    /** Its own news said so; whoever was only concluded to be lost may have been lost before. */
    private boolean cameToRest() {
      return interaction.atRest() && interaction.lastMoment() == interaction.latest();
    }

    private void unlisted(String queue, long from, long to) {
      TreeMap<Long, Set<String>> told = lists.get(new Line(source, queue));
      long since = from + Moment.LIST_GRACE;
      if (told != null && since < to) {
        told.subMap(since, true, to, false).entrySet().stream()
            .filter(list -> !list.getValue().contains(id))
            .findFirst()
            .ifPresent(list -> all.add(Moment.unseen(list.getKey(), queue)));
      }
    }
  }
}
