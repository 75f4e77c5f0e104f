// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.breach.ContactWatch;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.queue.LiveCatalog;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueTerms;
import io.tideboard.core.repair.RepairBook;
import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SourceRestarted;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What concerns every interaction of a subtask: changed promises, lists, restarts. */
final class Controls {

  private static final Logger LOG = LoggerFactory.getLogger(Controls.class);

  private final LiveCatalog catalog;
  private final TermsMemory terms;
  private final Contacts contacts;
  private final RepairBook repairs = new RepairBook();
  private final WaitingIndex waiting = new WaitingIndex();
  private final Counter refused;

  Controls(LiveCatalog catalog, TermsMemory terms, Contacts contacts, MetricGroup metrics) {
    this.catalog = catalog;
    this.terms = terms;
    this.contacts = contacts;
    this.refused = metrics.counter("controlsRefused");
  }

  /** Known from before a restart: what followed from it has followed already. */
  void remember(Control control) {
    if (control.topic().equals(Topics.CONFIG)) {
      change(control);
      return;
    }
    Event told = read(control);
    if (told != null) {
      repairs.take(told);
    }
  }

  /** Takes what has just been told. */
  void take(Control control) throws Exception {
    if (control.topic().equals(Topics.CONFIG)) {
      redefine(control);
      return;
    }
    Event told = read(control);
    if (told == null) {
      return;
    }
    repairs.take(told);
    if (told instanceof QueueSnapshot list) {
      compare(list);
    } else if (told instanceof SourceRestarted) {
      for (String key : contacts.keys()) {
        apply(key, contacts.entry(key), Micros.of(told.header().occurredAt()));
      }
    }
  }

  /** An interaction has taken these moments, and its platform may have told of it before. */
  void apply(String key, ContactEntry entry, List<Moment> moments) throws Exception {
    if (!repairs.isEmpty()) {
      for (Moment moment : moments) {
        apply(key, entry, moment.at());
      }
    }
  }

  /** What is known of an interaction at that instant has changed, or what its platform says. */
  private void apply(String key, ContactEntry entry, long at) throws Exception {
    Interaction interaction = entry.watched().interaction();
    for (Moment moment : repairs.owed(key, entry.source(), interaction, at)) {
      contacts.take(key, moment, entry.source());
    }
  }

  /** Keeps the index of who waits. */
  void changed(String key, Interaction before, Interaction after) {
    waiting.update(key, before, after);
  }

  private void compare(QueueSnapshot list) throws Exception {
    index(list.queue());
    long at = Micros.of(list.header().occurredAt());
    String source = list.header().source();
    Set<String> listed = new HashSet<>();
    for (QueueSnapshot.Waiting each : list.waiting()) {
      listed.add(each.interaction());
      if (contacts.isMine(each.interaction()) && !waits(each.interaction(), list.queue())) {
        Moment seen = Moment.seen(at, list.queue(), Micros.of(each.since()));
        contacts.take(each.interaction(), seen, source);
      }
    }
    for (String key : waiting.waitingIn(list.queue())) {
      if (!listed.contains(key)) {
        apply(key, contacts.entry(key), at);
      }
    }
  }

  private boolean waits(String key, String queue) throws Exception {
    return contacts.entry(key).watched().interaction().visits().stream()
        .anyMatch(visit -> visit.waiting() && visit.queue().equals(queue));
  }

  private void index(String queue) throws Exception {
    if (!waiting.knows(queue)) {
      waiting.begin(queue);
      for (String key : contacts.keys()) {
        waiting.update(key, null, contacts.entry(key).watched().interaction());
      }
    }
  }

  /** From now on other promises hold, also to those who wait already. */
  private void redefine(Control control) throws Exception {
    QueueDefinition before = catalog.of(control.key());
    if (!change(control) || before.equals(catalog.of(control.key()))) {
      return;
    }
    ContactWatch former =
        new ContactWatch(
            key ->
                key.queue().equals(control.key()) ? QueueTerms.of(key, before) : terms.apply(key));
    ContactWatch present = new ContactWatch(terms);
    for (String key : contacts.keys()) {
      ContactEntry entry = contacts.entry(key);
      if (!entry.watched().interaction().atRest()) {
        contacts.reconsider(key, present.reconsider(key, entry.watched(), former, contacts.now()));
      }
    }
  }

  private boolean change(Control control) {
    try {
      catalog.change(control.key(), control.value());
      terms.forget(control.key());
      return true;
    } catch (IllegalArgumentException e) {
      refused.inc();
      LOG.warn(
          "{}: the definition of queue '{}' is refused, the former one holds: {}",
          control.topic(),
          control.key(),
          e.getMessage());
      return false;
    }
  }

  private @Nullable Event read(Control control) {
    try {
      return CompactForm.decode(control.value()).event();
    } catch (InvalidEvent e) {
      refused.inc();
      LOG.warn("{}: an event is refused: {}", control.topic(), e.getMessage());
      return null;
    }
  }
}
