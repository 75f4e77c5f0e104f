// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.repair;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.events.Event;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SourceRestarted;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Remembers what platforms told of themselves: who waited by their own lists, and when they
 * restarted. An interaction of which something becomes known is held against all of it anew, and
 * everybody whom a list concerns that becomes known, so that it does not matter which arrived
 * first.
 *
 * <p>That holds as far back as lists and restarts are remembered. What followed from those that are
 * forgotten stays as it was concluded.
 */
public final class RepairBook {

  /**
   * So many names on lists are remembered, and a list counts as one more: the lists that came last.
   * Where 100 contacts wait in all, and every queue is listed each half minute, 20 hours of them.
   */
  static final int MOST_NAMES = 250_000;

  /** Of each source so many of the latest restarts are remembered. */
  static final int MOST_RESTARTS = 100;

  private record Arrived(QueueLists lists, long at) {}

  private final Map<String, Map<String, QueueLists>> byQueue = new HashMap<>();
  private final Map<String, TreeSet<Long>> restarts = new HashMap<>();
  private final ArrayDeque<Arrived> inOrderOfArrival = new ArrayDeque<>();
  private final int mostNames;
  private int names;

  public RepairBook() {
    this(MOST_NAMES);
  }

  RepairBook(int mostNames) {
    this.mostNames = mostNames;
  }

  /** Remembers a list or a restart. */
  public void take(Event told) {
    String source = told.header().source();
    long at = Micros.of(told.header().occurredAt());
    if (told instanceof QueueSnapshot list) {
      QueueLists lists =
          byQueue
              .computeIfAbsent(list.queue(), unused -> new TreeMap<>())
              .computeIfAbsent(source, unused -> new QueueLists());
      names += lists.remember(at, list);
      inOrderOfArrival.add(new Arrived(lists, at));
      while (names > mostNames) {
        Arrived oldest = inOrderOfArrival.remove();
        names -= oldest.lists.forget(oldest.at);
      }
    } else if (told instanceof SourceRestarted) {
      TreeSet<Long> all = restarts.computeIfAbsent(source, unused -> new TreeSet<>());
      all.add(at);
      if (all.size() > MOST_RESTARTS) {
        all.pollFirst();
      }
    }
  }

  /** Whether anything is remembered. */
  public boolean isEmpty() {
    return byQueue.isEmpty() && restarts.isEmpty();
  }

  /**
   * All that platforms said, as far as it is remembered, and that may concern an interaction, in
   * the queues of which it told or in which it was seen: the lists that name it, and those of its
   * own source that do not; the restarts of its source; and what was concluded from others before.
   *
   * @param source who told of it
   * @param listed where a list names it that has just become known; unknown where none does
   */
  public List<Moment> concerning(String id, String source, Interaction interaction, String listed) {
    Set<Moment> all = new LinkedHashSet<>();
    Set<String> queues = new LinkedHashSet<>(2);
    queues.add(listed);
    queues.add(QueueVisit.UNKNOWN);
    for (Moment moment : interaction.history()) {
      if (moment.queue() != null) {
        queues.add(moment.queue());
      }
      if (moment.isOfPlatform() && !isRefuted(moment, id, source)) {
        all.add(moment);
      }
    }
    queues.forEach(
        queue -> lists(queue).values().forEach(lists -> lists.sightings(id, queue, all)));
    long from = first(interaction.history(), first(all, QueueVisit.OPEN));
    for (String queue : queues) {
      QueueLists its = lists(queue).get(source);
      if (its != null) {
        its.absences(id, queue, from, all);
      }
    }
    TreeSet<Long> its = restarts.get(source);
    if (its != null) {
      its.tailSet(from, true).forEach(at -> all.add(Moment.restarted(at)));
    }
    return List.copyOf(all);
  }

  private static long first(Iterable<Moment> moments, long otherwise) {
    long first = otherwise;
    for (Moment moment : moments) {
      first = Math.min(first, moment.at());
    }
    return first;
  }

  /** Whether it was concluded from a list that is known otherwise now. */
  private boolean isRefuted(Moment concluded, String id, String source) {
    QueueLists its = concluded.queue() == null ? null : lists(concluded.queue()).get(source);
    return its != null && its.refute(concluded, id);
  }

  private Map<String, QueueLists> lists(String queue) {
    return byQueue.getOrDefault(queue, Map.of());
  }
}
