// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import io.tideboard.core.breach.Breach;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.breach.ContactWatch;
import io.tideboard.core.breach.WatchStep;
import io.tideboard.core.breach.Watched;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.followup.ClosedContact;
import io.tideboard.core.followup.CustomerContacts;
import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.DeltaBatch;
import io.tideboard.core.queue.QueueBoard;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueDelta;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.QueueTerms;
import io.tideboard.core.repair.RepairBook;
import io.tideboard.core.results.Abandon;
import io.tideboard.core.results.AbandonRecord;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.results.Results;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.events.Contact;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SourceRestarted;
import io.tideboard.testkit.oracle.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The live job without anything around it: the core's parts, wired as the operators wire them, over
 * hash maps. Events may come in any order; time goes on when told to; what travels and what is kept
 * is written and read again on the way.
 */
public final class PureEngine {

  /** Later than anything that is due. */
  private static final long THE_END = Micros.of(Instant.parse("2300-01-01T00:00:00Z"));

  private final QueueCatalog catalog;
  private final Map<QueueKey, QueueTerms> terms = new HashMap<>();
  private final ContactWatch watch = new ContactWatch(this::terms);
  private final DeltaBatch batch = new DeltaBatch();
  private final Map<String, Watched> watched = new HashMap<>();
  private final Map<QueueKey, QueueBoard> boards = new TreeMap<>();
  private final Map<RowKey, QueueTally> rows = new HashMap<>();
  private final Map<String, Breach> breaches = new TreeMap<>();
  private final Map<String, Abandon> abandons = new TreeMap<>();
  private final RepairBook repairs = new RepairBook();
  private final Map<String, String> sources = new HashMap<>();
  private final Map<String, Contact> contacts = new HashMap<>();
  private final Map<String, CustomerContacts> customers = new HashMap<>();
  private final Map<String, List<Moment>> arrived = new HashMap<>();
  private long now = Long.MIN_VALUE;

  public PureEngine(QueueCatalog catalog) {
    this.catalog = catalog;
  }

  /** An engine that has taken these events in the order given, each at its own time. */
  public static PureEngine after(Collection<? extends Event> events, QueueCatalog catalog) {
    PureEngine engine = new PureEngine(catalog);
    for (Event event : events) {
      engine.advanceTo(event.header().occurredAt());
      engine.on(event);
    }
    engine.flush();
    return engine;
  }

  /** Takes an event; what contacts come to is worked out when time goes on, or facts are sent. */
  public void on(Event event) {
    String source = event.header().source();
    if (event instanceof InteractionEvent of) {
      Moment moment = Moment.of(of);
      if (moment != null) {
        if (of.contact().customer() != null) {
          learn(of.key(), of.contact());
        }
        sources.merge(of.key(), source, PureEngine::firstInTheAlphabet);
        arrived.computeIfAbsent(of.key(), unused -> new ArrayList<>()).add(moment);
      }
    } else if (event instanceof QueueSnapshot list) {
      takeArrived();
      repairs.take(list);
      compare(list);
    } else if (event instanceof SourceRestarted) {
      takeArrived();
      repairs.take(event);
      List.copyOf(watched.keySet()).forEach(id -> conclude(id, QueueVisit.UNKNOWN));
    }
  }

  /** Whose contact it is; whoever was named first stays. */
  private void learn(String id, Contact contact) {
    if (contacts.putIfAbsent(id, contact) == null) {
      follow(contact, ClosedContact.of(id, topic(contact), watched(id).interaction().course()));
    }
  }

  private static int topic(Contact contact) {
    String topic = contact.attributes().get("topic");
    return topic == null ? 0 : topic.hashCode() | 1;
  }

  private void follow(Contact contact, @Nullable ClosedContact closed) {
    if (closed != null) {
      customers
          .computeIfAbsent(String.valueOf(contact.customer()), unused -> new CustomerContacts())
          .take(closed, Micros.of(Histories.FOLLOW_UP), batch::take);
    }
  }

  private void takeArrived() {
    Map<String, List<Moment>> taken = Map.copyOf(arrived);
    arrived.clear();
    taken.forEach(
        (id, moments) -> {
          take(id, watch.on(id, watched(id), moments, now));
          if (!repairs.isEmpty()) {
            conclude(id, QueueVisit.UNKNOWN);
          }
        });
  }

  private static String firstInTheAlphabet(String one, String other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** What the platform's lists and restarts say of a contact, all of it. */
  private void conclude(String id, String listed) {
    Watched its = watched(id);
    take(
        id,
        watch.conclude(
            id,
            its,
            repairs.concerning(id, sources.getOrDefault(id, ""), its.interaction(), listed),
            now));
  }

  /** A list concerns everybody: who is on it, and who is not. */
  private void compare(QueueSnapshot list) {
    for (QueueSnapshot.Waiting each : list.waiting()) {
      sources.putIfAbsent(each.interaction(), list.header().source());
      conclude(each.interaction(), list.queue());
    }
    List.copyOf(watched.keySet()).forEach(id -> conclude(id, list.queue()));
  }

  private Watched watched(String id) {
    return watched.getOrDefault(id, Watched.UNKNOWN);
  }

  /** Time has come to that instant, and alarms that are due go off; it never steps back. */
  public void advanceTo(Instant instant) {
    advanceTo(Micros.of(instant));
  }

  /** Time runs on until nothing more can become due. */
  public void advanceToTheEnd() {
    advanceTo(THE_END);
    flush();
  }

  private void advanceTo(long micros) {
    now = Math.max(now, micros);
    takeArrived();
    List<String> due =
        watched.entrySet().stream()
            .filter(entry -> entry.getValue().alarmAt() <= now)
            .sorted(Comparator.comparing(entry -> entry.getValue().alarmAt()))
            .map(Map.Entry::getKey)
            .toList();
    for (String id : due) {
      take(id, watch.alarm(id, watched(id), now));
    }
    List<String> silent =
        watched.entrySet().stream()
            .filter(entry -> watch.expiresAt(entry.getValue()) <= now)
            .map(Map.Entry::getKey)
            .toList();
    for (String id : silent) {
      take(id, watch.expire(id, watched(id), now));
    }
  }

  private void take(String id, WatchStep step) {
    Abandon.tell(
        id,
        watched(id).interaction().visits(),
        step.watched().interaction().visits(),
        this::listed);
    watched.put(id, step.watched());
    step.facts().forEach(batch::take);
    Contact contact = contacts.get(id);
    for (Fact fact : step.facts()) {
      if (contact != null && fact instanceof Fact.CourseRevised revised) {
        follow(contact, ClosedContact.of(id, topic(contact), revised));
      }
    }
    for (Breach breach : step.withdrawn()) {
      breaches.remove(breach.id());
      counted(breach, -1);
    }
    for (Breach breach : step.broken()) {
      breaches.put(breach.id(), breach);
      counted(breach, 1);
    }
  }

  private void listed(AbandonRecord told) {
    AbandonRecord read = Results.readAbandon(Results.write(told));
    if (read.withdrawn()) {
      abandons.remove(read.abandon().id());
    } else {
      abandons.put(read.abandon().id(), read.abandon());
    }
  }

  private void counted(Breach breach, int times) {
    if (breach.kind() == BreachKind.BREACH) {
      batch.breached(breach.key(), times);
    }
  }

  /** What was gathered travels to the boards, and what changed there is published. */
  public void flush() {
    takeArrived();
    batch.drain(
        (key, delta) -> {
          QueueDelta arrived =
              RoundTrip.of(
                  delta, (told, out) -> told.write(key, out), in -> QueueDelta.read(key, in));
          board(key).apply(arrived, terms(key));
        });
    boards.forEach(
        (key, board) ->
            board.changedRows(
                terms(key),
                row ->
                    rows.put(
                        new RowKey(row.key(), Micros.instant(row.start()), row.basis()),
                        row.tally())));
  }

  /**
   * Everything is lost but what was kept: histories, alarms and boards. What time it is, a restored
   * stream learns from the next {@link #advanceTo}.
   */
  public void restart() {
    flush();
    watched.replaceAll(
        (id, known) ->
            new Watched(
                Interaction.of(known.interaction().history(), known.interaction().messages()),
                known.alarmAt()));
    customers.replaceAll(
        (id, known) -> RoundTrip.of(known, CustomerContacts::write, CustomerContacts::read));
    boards.replaceAll((key, board) -> RoundTrip.of(board, QueueBoard::write, QueueBoard::read));
    terms.clear();
    now = Long.MIN_VALUE;
  }

  /** How a queue stands at that instant, which must not lie before an earlier one asked for. */
  public QueueStatus status(QueueKey key, Instant at) {
    flush();
    board(key).advance(Micros.of(at), terms(key));
    return board(key).status(terms(key), Micros.of(at));
  }

  /** The queues and channels of which there is anything to tell. */
  public Collection<QueueKey> queues() {
    return List.copyOf(boards.keySet());
  }

  /** The interval table as published. */
  public Map<RowKey, QueueTally> rows() {
    return rows;
  }

  /** The warnings and breaches that were told and not withdrawn, by id. */
  public Map<String, Breach> breaches() {
    return breaches;
  }

  /** The contacts that gave up waiting, by id. */
  public Map<String, Abandon> abandons() {
    return abandons;
  }

  private QueueBoard board(QueueKey key) {
    return boards.computeIfAbsent(key, unused -> new QueueBoard());
  }

  private QueueTerms terms(QueueKey key) {
    return terms.computeIfAbsent(key, fresh -> QueueTerms.of(fresh, catalog));
  }
}
