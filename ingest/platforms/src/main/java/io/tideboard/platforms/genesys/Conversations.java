// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import static io.tideboard.events.EventField.AGENT;
import static io.tideboard.events.EventField.BY;
import static io.tideboard.events.EventField.CHANNEL;
import static io.tideboard.events.EventField.CUSTOMER;
import static io.tideboard.events.EventField.DIRECTION;
import static io.tideboard.events.EventField.QUEUE;
import static io.tideboard.events.EventField.REASON;
import static io.tideboard.events.EventType.INTERACTION_ABANDONED;
import static io.tideboard.events.EventType.INTERACTION_ANSWERED;
import static io.tideboard.events.EventType.INTERACTION_CREATED;
import static io.tideboard.events.EventType.INTERACTION_DEQUEUED;
import static io.tideboard.events.EventType.INTERACTION_ENDED;
import static io.tideboard.events.EventType.INTERACTION_QUEUED;
import static io.tideboard.events.EventType.INTERACTION_TRANSFERRED;
import static io.tideboard.events.EventType.INTERACTION_WRAPPED_UP;

import io.tideboard.events.Direction;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.Event;
import io.tideboard.events.EventField;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.Party;
import io.tideboard.platforms.support.Customers;
import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Payload;
import io.tideboard.platforms.support.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it stands, told as a whole at each change: every fact that it has a time for.
 * So what was missed while a channel was not connected comes back with the next change.
 */
final class Conversations {

  /** How long after the end of the wait the customer's own end may still be the reason of it. */
  private static final Duration TOGETHER = Duration.ofSeconds(2);

  /** Each is compared with each. */
  private static final int MOST_PARTICIPANTS = 500;

  private final Told told;
  private final String id;
  private final List<Participant> participants = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();

  private Conversations(Told told) {
    this.told = told;
    id = told.body().neededText("id");
    List<Payload> all = told.body().objects("participants");
    if (all.size() > MOST_PARTICIPANTS) {
      throw new InvalidEvent(
          ErrorCode.TOO_LONG,
          told.body().path("participants"),
          String.valueOf(all.size()),
          "at most " + MOST_PARTICIPANTS + " participants");
    }
    all.forEach(participant -> participants.add(Participant.of(participant)));
  }

  static List<Event> of(Told told) {
    return new Conversations(told).events();
  }

  private List<Event> events() {
    for (Participant participant : participants) {
      if (participant.isCustomer()) {
        customer(participant);
      } else if (participant.isQueue()) {
        queue(participant);
      } else if (participant.isAgent()) {
        agent(participant);
      }
    }
    return events;
  }

  private void customer(Participant customer) {
    events.addAll(
        story(customer)
            .tell(INTERACTION_CREATED, customer.joined(), fact(customer, "created"))
            .tell(INTERACTION_ENDED, customer.left(), fact(customer, "ended"), by(customer, true))
            .events());
  }

  private void queue(Participant queue) {
    Instant joined = queue.joined();
    Instant left = queue.left();
    Story story = story(queue);
    if (joined != null) {
      String visit = Ids.of(fact(queue, "queued"), joined.toEpochMilli());
      story.tell(INTERACTION_QUEUED, joined, visit);
    }
    if (left != null && !answered(queue)) {
      if (customerLeft(left)) {
        story.tell(INTERACTION_ABANDONED, left, fact(queue, "abandoned"));
      } else {
        String reason = queue.disconnection().timedOut() ? "timeout" : "overflow";
        story.tell(INTERACTION_DEQUEUED, left, fact(queue, "dequeued"), Map.of(REASON, reason));
      }
    }
    events.addAll(story.events());
  }

  private void agent(Participant agent) {
    Instant connected = agent.connected();
    String userId = agent.body().text("userId");
    String queueId = agent.queueId();
    if (connected == null || userId == null || (queueId == null && !agent.isDialled())) {
      return;
    }
    Story story = story(agent).with(AGENT, told.name(userId));
    story.tell(INTERACTION_ANSWERED, connected, fact(agent, "answered"));
    Instant left = agent.left();
    if (left != null) {
      switch (agent.disconnection().leaving()) {
        case FOR_GOOD ->
            story.tell(INTERACTION_ENDED, left, fact(agent, "ended"), by(agent, false));
        case HANDING_OVER ->
            story.tell(
                INTERACTION_TRANSFERRED,
                DetailEvents.early(connected, left),
                fact(agent, "transferred"));
        case AFTER_CONSULTING -> {}
      }
    }
    story.tell(INTERACTION_WRAPPED_UP, agent.body().time("endAcwTime"), fact(agent, "wrapped_up"));
    events.addAll(story.events());
  }

  /** Whether an agent of the same queue was connected after this wait began. */
  private boolean answered(Participant queue) {
    String queueId = queue.queueId();
    Instant joined = queue.joined();
    for (Participant agent : participants) {
      Instant connected = agent.isAgent() ? agent.connected() : null;
      if (connected != null
          && (joined == null || !connected.isBefore(joined))
          && queueId != null
          && queueId.equals(agent.queueId())) {
        return true;
      }
    }
    return false;
  }

  private boolean customerLeft(Instant leftQueue) {
    for (Participant customer : participants) {
      Instant left = customer.isCustomer() ? customer.left() : null;
      if (left != null && !left.isAfter(leftQueue.plus(TOGETHER))) {
        return true;
      }
    }
    return false;
  }

  private Story story(Participant participant) {
    String messageType = participant.communication().text("type");
    return new Story(told.source(), interaction(participant))
        .with(CHANNEL, Media.channel(participant.media(), messageType))
        .with(DIRECTION, participant.isDialled() ? Direction.OUTBOUND : Direction.INBOUND)
        .with(QUEUE, told.name(participant.queueId()))
        .with(CUSTOMER, Customers.orNone(this::address));
  }

  private @Nullable String address() {
    for (Participant participant : participants) {
      if (participant.isCustomer()) {
        return Customers.address(participant.body().text("address"));
      }
    }
    return null;
  }

  private String interaction(Participant participant) {
    return participant.isCallback() ? Ids.of(id, "callback") : id;
  }

  private String fact(Participant participant, String kind) {
    return participant.fact(interaction(participant), kind);
  }

  private static Map<EventField, Object> by(Participant participant, boolean customer) {
    Party by = participant.disconnection().party(customer);
    return by == null ? Map.of() : Map.of(BY, by);
  }
}
