// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.breach.Breach;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SourceRestarted;
import io.tideboard.testkit.Histories;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that can be said of a finished log, recomputed from the definitions: slowly and
 * obviously, with nothing kept from one question to the next. A log is finished when no further
 * event will come and time has run on for ever.
 *
 * <p>Shares no code with what it is held against but the names: queues, channels, measures.
 */
public final class NaiveOracle {

  private final TreeMap<QueueKey, Booked> queues = new TreeMap<>();
  private final List<Breach> breaches = new ArrayList<>();

  private NaiveOracle() {}

  /** The oracle of that log: events in any order, any of them several times. */
  public static NaiveOracle of(Collection<? extends Event> log, QueueCatalog catalog) {
    Placements placed = new Placements();
    NaiveOracle oracle = new NaiveOracle();
    List<Story> stories = stories(log, catalog);
    stories.forEach(story -> story.contact.cameAgain = cameAgain(story.contact, stories));
    for (Story story : stories) {
      placed.add(story);
      oracle.breaches.addAll(Promises.of(story, catalog));
    }
    for (QueueKey key : placed.keys()) {
      oracle.queues.put(key, new Booked(key, catalog.of(key.queue()), placed));
    }
    return oracle;
  }

  /** Whether a resolved contact's customer has begun another one about the same not long after. */
  private static boolean cameAgain(WholeContact contact, List<Story> stories) {
    if (contact.resolved == null || contact.customer == null || contact.begun == null) {
      return false;
    }
    Instant latest = contact.resolved.plus(Histories.FOLLOW_UP);
    return stories.stream()
        .map(story -> story.contact)
        .filter(other -> other != contact && contact.customer.equals(other.customer))
        .filter(other -> other.isTold() && other.ended != null && other.begun != null)
        .filter(
            other ->
                contact.topic == null || other.topic == null || contact.topic.equals(other.topic))
        .anyMatch(
            other ->
                Leg.known(other.begun).isAfter(contact.begun)
                    && !Leg.known(other.begun).isAfter(latest));
  }

  private static List<Story> stories(Collection<? extends Event> log, QueueCatalog catalog) {
    Set<List<String>> seen = new HashSet<>();
    Map<String, List<InteractionEvent>> byInteraction = new LinkedHashMap<>();
    List<Event> ofPlatforms = new ArrayList<>();
    for (Event event : log) {
      if (!seen.add(List.of(event.header().source(), event.header().id()))) {
        continue;
      }
      if (event instanceof InteractionEvent of) {
        byInteraction.computeIfAbsent(of.key(), unused -> new ArrayList<>()).add(of);
      } else if (event instanceof QueueSnapshot list) {
        ofPlatforms.add(list);
        list.waiting()
            .forEach(
                each ->
                    byInteraction.computeIfAbsent(each.interaction(), fresh -> new ArrayList<>()));
      } else if (event instanceof SourceRestarted) {
        ofPlatforms.add(event);
      }
    }
    ofPlatforms.sort(Comparator.comparing(event -> event.header().occurredAt()));
    List<Story> stories = new ArrayList<>();
    byInteraction.forEach((id, events) -> stories.add(Story.of(id, events, ofPlatforms, catalog)));
    return stories;
  }

  /** Every queue and channel of which there is anything to tell. */
  public Set<QueueKey> queues() {
    return queues.keySet();
  }

  /** Everything about a queue and channel, since the beginning. */
  public NaiveTally total(QueueKey key) {
    return booked(key).arrivals(at -> true);
  }

  /** The interval table: every row of either basis that has anything in it. */
  public Map<RowKey, NaiveTally> rows() {
    Map<RowKey, NaiveTally> rows = new LinkedHashMap<>();
    for (Booked queue : queues.values()) {
      for (Instant start : intervals(queue)) {
        Booked.Period interval = at -> queue.calendar.intervalStart(at).equals(start);
        rows.put(new RowKey(queue.key, start, Basis.ARRIVAL), queue.arrivals(interval));
        NaiveTally happened = queue.happened(interval);
        queue.timesWithin(start, queue.calendar.intervalEnd(start), happened);
        rows.put(new RowKey(queue.key, start, Basis.EVENT), happened);
      }
    }
    return rows;
  }

  private static Set<Instant> intervals(Booked queue) {
    Set<Instant> starts = new TreeSet<>();
    for (Visit visit : queue.visits) {
      starts.add(queue.calendar.intervalStart(visit.offeredAt()));
      if (visit.end != null) {
        starts.add(queue.calendar.intervalStart(visit.end));
      }
    }
    for (Instant at : queue.contacts.instants()) {
      starts.add(queue.calendar.intervalStart(at));
    }
    for (Leg leg : queue.legs) {
      starts.add(queue.calendar.intervalStart(leg.offeredAt));
      if (leg.found) {
        starts.add(queue.calendar.intervalStart(leg.answeredAt));
      }
      if (leg.lost) {
        starts.add(queue.calendar.intervalStart(Leg.known(leg.endedAt)));
      } else if (leg.isComplete()) {
        Instant start = queue.calendar.intervalStart(leg.answeredAt);
        while (!start.isAfter(leg.completedAt())) {
          starts.add(start);
          start = queue.calendar.intervalEnd(start);
        }
      }
    }
    return starts;
  }

  /** Every warning, breach and settlement there ever is, by its id. */
  public Map<String, Breach> breaches() {
    Map<String, Breach> byId = new TreeMap<>();
    breaches.forEach(breach -> byId.put(breach.id(), breach));
    return byId;
  }

  /** Who gave up waiting: when each was offered, and when it gave up. */
  public List<String> abandoned(QueueKey key) {
    return booked(key).visits.stream()
        .filter(visit -> visit.how == Visit.End.ABANDONED)
        .map(visit -> visit.offeredAt() + " to " + visit.end)
        .sorted()
        .toList();
  }

  /** How many wait at that instant: begun by then, and not ended. */
  public int waiting(QueueKey key, Instant at) {
    int count = 0;
    for (Visit visit : booked(key).visits) {
      boolean begun = visit.begin != null && !visit.begin.isAfter(at);
      boolean gone = visit.end != null && !visit.end.isAfter(at);
      count += begun && !gone ? 1 : 0;
    }
    return count;
  }

  /** How many still wait when the log is over. */
  public int stillWaiting(QueueKey key) {
    return (int) booked(key).visits.stream().filter(Visit::waits).count();
  }

  /** How many are still served when the log is over. */
  public int stillInProgress(QueueKey key) {
    return (int) booked(key).legs.stream().filter(Leg::inProgress).count();
  }

  /** What was offered on the queue's day that holds {@code now}. */
  public NaiveTally today(QueueKey key, Instant now) {
    Booked queue = booked(key);
    Instant day = queue.calendar.dayStart(now);
    return queue.arrivals(at -> queue.calendar.dayStart(at).equals(day));
  }

  /** What happened in the last so many minutes; legs count, with all their time, when complete. */
  public NaiveTally window(QueueKey key, Instant now, int minutes) {
    Instant from = Calendar.windowFrom(now, minutes);
    Instant to = Calendar.windowTo(now);
    Booked.Period window = at -> !at.isBefore(from) && at.isBefore(to);
    NaiveTally tally = booked(key).happened(window);
    booked(key).timesOfCompleted(window, tally);
    return tally;
  }

  private Booked booked(QueueKey key) {
    Booked queue = queues.get(key);
    if (queue == null) {
      throw new IllegalArgumentException(key + " as queue: expected one of " + queues.keySet());
    }
    return queue;
  }
}
