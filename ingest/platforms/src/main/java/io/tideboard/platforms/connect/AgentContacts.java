// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import static io.tideboard.events.EventField.AGENT;
import static io.tideboard.events.EventField.QUEUE;
import static io.tideboard.events.EventField.REASON;
import static io.tideboard.events.EventType.INTERACTION_ANSWERED;
import static io.tideboard.events.EventType.INTERACTION_DECLINED;
import static io.tideboard.events.EventType.INTERACTION_ENDED;
import static io.tideboard.events.EventType.INTERACTION_HELD;
import static io.tideboard.events.EventType.INTERACTION_OFFERED;
import static io.tideboard.events.EventType.INTERACTION_QUEUED;
import static io.tideboard.events.EventType.INTERACTION_RESUMED;
import static io.tideboard.events.EventType.INTERACTION_WRAPPED_UP;

import io.tideboard.events.Event;
import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Payload;
import io.tideboard.platforms.support.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an agent's contacts, from the two pictures of an event. There is no event for
 * the end of after-contact work: it ends when the contact has left the list.
 */
final class AgentContacts {

  private final AgentMoment moment;
  private final Map<String, Payload> before;
  private final Map<String, Payload> after;
  private final List<Event> events = new ArrayList<>();

  AgentContacts(AgentMoment moment, Payload event) {
    this.moment = moment;
    before = contacts(event.at("previousAgentSnapshot"));
    after = contacts(event.at("currentAgentSnapshot"));
  }

  private static Map<String, Payload> contacts(Payload snapshot) {
    Map<String, Payload> contacts = new LinkedHashMap<>();
    for (Payload contact : snapshot.objects("contacts")) {
      contacts.put(contact.neededText("contactId"), contact);
    }
    return contacts;
  }

  List<Event> events() {
    after.forEach((id, contact) -> stays(contact, before.get(id)));
    before.forEach(
        (id, contact) -> {
          if (!after.containsKey(id)) {
            left(contact);
          }
        });
    return events;
  }

  private void stays(Payload now, @Nullable Payload then) {
    Contact contact = Contact.of(now);
    if (contact.isMonitoring()) {
      return;
    }
    Story story = story(contact, now);
    ContactState state = ContactState.of(now.text("state"));
    ContactState was = then == null ? ContactState.OTHER : ContactState.of(then.text("state"));
    Instant since = Arns.time(now, "stateStartTimestamp");
    begin(contact, now, story);
    switch (state) {
      case OFFERED -> {
        if (was != ContactState.OFFERED && !contact.isDialled()) {
          story.tell(INTERACTION_OFFERED, since, offer(contact, "offered", since));
        }
      }
      case MISSED -> declined(contact, story, since, "no_answer");
      case REJECTED -> declined(contact, story, since, "rejected");
      case ENDED -> {
        if (connected(now) != null || was.withCustomer()) {
          story.tell(INTERACTION_ENDED, since, contact.fact("ended"));
        }
      }
      case ON_HOLD -> {
        // The state's own time is that of the connection, so it is the event's that counts.
        if (was == ContactState.CONNECTED) {
          story.tell(INTERACTION_HELD, moment.at(), once(contact, "held"));
        }
      }
      case CONNECTED -> {
        if (was == ContactState.ON_HOLD) {
          story.tell(INTERACTION_RESUMED, moment.at(), once(contact, "resumed"));
        }
      }
      default -> {}
    }
    events.addAll(story.events());
  }

  /**
   * The queue visit and the answer, repeated by every event while the contact is there. After the
   * visit no queue is named: contact events have told it by its id.
   */
  private void begin(Contact contact, Payload now, Story story) {
    Instant queued = Arns.time(now, "queueTimestamp");
    if (queued != null && !contact.isDialled()) {
      story.with(AGENT, null).tell(INTERACTION_QUEUED, queued, contact.fact("queued"));
      story.with(QUEUE, null);
    }
    story.with(AGENT, moment.agent());
    story.tell(INTERACTION_ANSWERED, connected(now), contact.fact("answered"));
  }

  private void declined(Contact contact, Story story, @Nullable Instant since, String reason) {
    if (!contact.isDialled()) {
      story.tell(
          INTERACTION_DECLINED, since, offer(contact, "declined", since), Map.of(REASON, reason));
    }
  }

  private void left(Payload then) {
    Contact contact = Contact.of(then);
    ContactState was = ContactState.of(then.text("state"));
    if (contact.isMonitoring() || !(was.withCustomer() || was == ContactState.ENDED)) {
      return;
    }
    Story story = story(contact, then);
    if (was.withCustomer()) {
      story.tell(INTERACTION_ENDED, moment.at(), contact.fact("ended"));
    }
    story.with(AGENT, null);
    story.tell(INTERACTION_WRAPPED_UP, moment.at(), contact.fact("wrapped_up"));
    events.addAll(story.events());
  }

  private Story story(Contact contact, Payload payload) {
    Payload queue = payload.at("queue");
    return contact
        .story(moment.source(), moment.queue(queue.text("arn"), queue.text("name")))
        .with(AGENT, moment.agent());
  }

  private static @Nullable Instant connected(Payload contact) {
    return Arns.time(contact, "connectedToAgentTimestamp");
  }

  /** A contact may be offered to an agent several times, each beginning at its own time. */
  private String offer(Contact contact, String kind, @Nullable Instant since) {
    return Ids.of(contact.id(), kind, moment.agent(), since == null ? 0 : since.toEpochMilli());
  }

  private String once(Contact contact, String kind) {
    return Ids.of(contact.id(), kind, moment.at().toEpochMilli());
  }
}
