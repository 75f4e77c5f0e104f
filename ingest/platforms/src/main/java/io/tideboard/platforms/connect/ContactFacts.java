// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import static io.tideboard.events.EventField.BY;
import static io.tideboard.events.EventField.REASON;
import static io.tideboard.events.EventType.INTERACTION_ABANDONED;
import static io.tideboard.events.EventType.INTERACTION_ANSWERED;
import static io.tideboard.events.EventType.INTERACTION_CALLBACK_REQUESTED;
import static io.tideboard.events.EventType.INTERACTION_CREATED;
import static io.tideboard.events.EventType.INTERACTION_DEQUEUED;
import static io.tideboard.events.EventType.INTERACTION_ENDED;
import static io.tideboard.events.EventType.INTERACTION_QUEUED;
import static io.tideboard.events.EventType.INTERACTION_WRAPPED_UP;

import io.tideboard.events.Event;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.Party;
import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the facts of a contact, all that a payload has times for: later payloads repeat the times
 * of earlier ones, so that a lost event comes back with the next, under the same id.
 */
final class ContactFacts {

  private final Contact contact;
  private final String source;
  private final @Nullable String queue;
  private final @Nullable String agent;
  private final Story story;
  private final List<Event> ofPrevious = new ArrayList<>();

  ContactFacts(Contact contact, String source, @Nullable String queue, @Nullable String agent) {
    this.contact = contact;
    this.source = source;
    this.queue = queue;
    this.agent = agent;
    this.story = contact.story(source, queue);
  }

  /**
   * The contact began. One that continues another also tells what became of that: a customer who
   * asked to be called back did not give up, nor did one whom the flow moved to another queue.
   */
  ContactFacts created(@Nullable Instant at) {
    story.tell(INTERACTION_CREATED, at, contact.fact("created"));
    String previous = contact.previous();
    if (previous != null && contact.isCallback()) {
      Story asked = new Story(source, previous).with(EventField.QUEUE, queue);
      asked.tell(INTERACTION_CALLBACK_REQUESTED, at, Ids.of(previous, "callback_requested"));
      ofPrevious.addAll(asked.events());
    }
    if (previous != null && contact.isQueueTransfer()) {
      Story left = new Story(source, previous);
      left.tell(INTERACTION_DEQUEUED, at, Ids.of(previous, "dequeued"), Map.of(REASON, "overflow"));
      ofPrevious.addAll(left.events());
    }
    return this;
  }

  /**
   * The wait began; what was dialled does not wait. What follows names no queue: the contact has
   * only this visit, and another stream may have told it under another name.
   */
  ContactFacts queued(@Nullable Instant at) {
    if (at != null && !contact.isDialled()) {
      story.tell(INTERACTION_QUEUED, at, contact.fact("queued")).with(EventField.QUEUE, null);
    }
    return this;
  }

  ContactFacts answered(@Nullable Instant at) {
    story.with(EventField.AGENT, agent);
    story.tell(INTERACTION_ANSWERED, at, contact.fact("answered"));
    return this;
  }

  /** It left the queue unanswered. */
  ContactFacts leftQueue(@Nullable Instant at, Disconnect how) {
    story.with(EventField.AGENT, null);
    String reason = how.dequeueReason();
    if (reason == null) {
      story.tell(INTERACTION_ABANDONED, at, contact.fact("abandoned"));
    } else {
      story.tell(INTERACTION_DEQUEUED, at, contact.fact("dequeued"), Map.of(REASON, reason));
    }
    return this;
  }

  ContactFacts ended(@Nullable Instant at, Disconnect how) {
    Party by = how.by();
    story.tell(
        INTERACTION_ENDED, at, contact.fact("ended"), by == null ? Map.of() : Map.of(BY, by));
    return this;
  }

  /** No agent is named: a contact has one, whom the streams name differently. */
  ContactFacts wrappedUp(@Nullable Instant at) {
    story.with(EventField.AGENT, null);
    story.tell(INTERACTION_WRAPPED_UP, at, contact.fact("wrapped_up"));
    return this;
  }

  /** Something else happened, which may happen again: the id has its time. */
  ContactFacts told(EventType type, Instant at, String kind) {
    story.tell(type, at, Ids.of(contact.id(), kind, at.toEpochMilli()));
    return this;
  }

  List<Event> events() {
    List<Event> events = new ArrayList<>(ofPrevious);
    events.addAll(story.events());
    return events;
  }
}
