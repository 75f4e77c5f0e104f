// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.breach.ContactWatch;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.clock.StreamClock;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.QueueVisit;
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
  private final VisitIndex visits = new VisitIndex();
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

  /**
   * Takes what has just been told.
   *
   * @return whether it is to be remembered
   */
  boolean take(Control control) throws Exception {
    if (control.topic().equals(Topics.CONFIG)) {
      redefine(control);
      return true;
    }
    Event told = read(control);
    if (told == null || contacts.isTooLate(control, told)) {
      return false;
    }
    repairs.take(told);
    if (told instanceof QueueSnapshot list) {
      compare(list);
    } else if (told instanceof SourceRestarted) {
      restarted(told.header().source(), Micros.of(told.header().occurredAt()));
    }
    return true;
  }

  /** Something became known of an interaction, and its platform may have told of it before. */
  void apply(String key, ContactEntry entry) throws Exception {
    if (!repairs.isEmpty()) {
      conclude(key, entry, entry.source(), QueueVisit.UNKNOWN);
    }
  }

  private void conclude(String key, ContactEntry entry, String source, String listed)
      throws Exception {
    Interaction known = entry.watched().interaction();
    contacts.conclude(key, entry, repairs.concerning(key, source, known, listed), source);
  }

  /** Keeps the index of who waits and who has left. */
  void changed(String key, Interaction before, Interaction after) {
    visits.update(key, before, after, horizon());
  }

  private void restarted(String source, long at) throws Exception {
    for (String key : contacts.keys()) {
      ContactEntry entry = contacts.entry(key);
      Interaction known = entry.watched().interaction();
      boolean over = known.atRest() && known.lastMoment() < at;
      if (!over && entry.source().equals(source)) {
        apply(key, entry);
      }
    }
  }

  private void compare(QueueSnapshot list) throws Exception {
    String queue = list.queue();
    long at = Micros.of(list.header().occurredAt());
    index(queue);
    Set<String> listed = new HashSet<>();
    for (QueueSnapshot.Waiting each : list.waiting()) {
      String key = each.interaction();
      listed.add(key);
      if (contacts.isMine(key)) {
        ContactEntry entry = contacts.entry(key);
        if (!waitedAndWaits(entry.watched().interaction(), queue, at)) {
          String source = entry.isNew() ? list.header().source() : entry.source();
          conclude(key, entry, source, queue);
        }
      }
    }
    for (String key : visits.notGoneBy(queue, at)) {
      if (!listed.contains(key)) {
        apply(key, contacts.entry(key));
      }
    }
  }

  /** Whether a list of that instant that names who waits there says nothing new: mostly so. */
  private static boolean waitedAndWaits(Interaction known, String queue, long at) {
    for (QueueVisit visit : known.visits()) {
      if (visit.waiting() && visit.queue().equals(queue)) {
        return known.lastMoment() < at;
      }
    }
    return false;
  }

  private long horizon() {
    long now = contacts.now();
    return now == StreamClock.UNKNOWN ? now : now - contacts.lateness();
  }

  private void index(String queue) throws Exception {
    if (!visits.knows(queue)) {
      visits.begin(queue);
      for (String key : contacts.keys()) {
        visits.update(key, null, contacts.entry(key).watched().interaction(), horizon());
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
