// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import static io.tideboard.events.EventField.AGENT;
import static io.tideboard.events.EventField.BY;
import static io.tideboard.events.EventField.REASON;
import static io.tideboard.events.EventType.INTERACTION_ABANDONED;
import static io.tideboard.events.EventType.INTERACTION_ANSWERED;
import static io.tideboard.events.EventType.INTERACTION_CREATED;
import static io.tideboard.events.EventType.INTERACTION_DECLINED;
import static io.tideboard.events.EventType.INTERACTION_DEQUEUED;
import static io.tideboard.events.EventType.INTERACTION_ENDED;
import static io.tideboard.events.EventType.INTERACTION_HELD;
import static io.tideboard.events.EventType.INTERACTION_OFFERED;
import static io.tideboard.events.EventType.INTERACTION_QUEUED;
import static io.tideboard.events.EventType.INTERACTION_RESUMED;
import static io.tideboard.events.EventType.INTERACTION_TRANSFERRED;
import static io.tideboard.events.EventType.INTERACTION_WRAPPED_UP;

import io.tideboard.events.Event;
import io.tideboard.events.EventField;
import io.tideboard.events.Party;
import io.tideboard.platforms.support.Payload;
import io.tideboard.platforms.support.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Steps of a conversation: the sessions of the customer, of queues ({@code acd}) and of agents
 * ({@code user}). Only the end of a session tells what became of it.
 */
final class DetailEvents {

  /** How long before the agent's session ends the session in the next queue may have begun. */
  private static final Duration LEAD = Duration.ofSeconds(1);

  private final Payload body;
  private final Session session;
  private final Story story;
  private final Told told;
  private final Instant at;

  private DetailEvents(Told told) {
    this.told = told;
    body = told.body();
    session = Session.of(body);
    at = body.neededTime("eventTime");
    story = session.story(told);
  }

  static List<Event> of(Told told) {
    if (!Media.isContact(told.body().text("mediaType"))) {
      return List.of();
    }
    return switch (told.topic().kind()) {
      case "customer.start" -> new DetailEvents(told).created();
      case "customer.end" -> new DetailEvents(told).customerLeft();
      case "acd.start" -> new DetailEvents(told).queued();
      case "acd.end" -> new DetailEvents(told).leftQueue();
      case "user.start" -> new DetailEvents(told).offered();
      case "user.end" -> new DetailEvents(told).agentLeft();
      case "acw" -> new DetailEvents(told).wrappedUp();
      default -> List.of();
    };
  }

  private List<Event> created() {
    return story.tell(INTERACTION_CREATED, at, session.fact("created")).events();
  }

  private List<Event> customerLeft() {
    return story.tell(INTERACTION_ENDED, at, session.fact("ended"), endedBy(true)).events();
  }

  /** Fires again for each queue that the conversation is transferred to: a visit each. */
  private List<Event> queued() {
    return story.tell(INTERACTION_QUEUED, at, session.fact("queued", at), priority()).events();
  }

  private List<Event> leftQueue() {
    Long waited = body.whole("connectedDurationMs");
    if (waited != null && waited >= 0 && waited <= at.toEpochMilli()) {
      // The beginning comes back with the end, under the same id, should its event be lost.
      Instant begin = at.minusMillis(waited);
      story.tell(INTERACTION_QUEUED, begin, session.fact("queued", begin), priority());
    }
    switch (Media.upper(body.text("acdOutcome"))) {
      case "ANSWERED" -> {
        story.with(AGENT, told.name(body.neededText("answeredUserId")));
        story.tell(INTERACTION_ANSWERED, at, session.fact("answered"));
      }
      case "ABANDON" -> story.tell(INTERACTION_ABANDONED, at, session.fact("abandoned"));
      case "FLOW_OUT" -> dequeued("overflow");
      default -> dequeued(session.disconnection().timedOut() ? "timeout" : "withdrawn");
    }
    return story.events();
  }

  private void dequeued(String reason) {
    story.tell(INTERACTION_DEQUEUED, at, session.fact("dequeued"), Map.of(REASON, reason));
  }

  private Map<EventField, Object> priority() {
    Long priority = body.whole("routingPriority");
    return priority == null || priority != priority.intValue()
        ? Map.of()
        : Map.of(EventField.PRIORITY, priority.intValue());
  }

  private List<Event> offered() {
    return session.isDialled() || body.text("queueId") == null
        ? List.of()
        : story
            .with(AGENT, told.name(body.neededText("userId")))
            .tell(INTERACTION_OFFERED, at, session.fact("offered"))
            .events();
  }

  private List<Event> agentLeft() {
    String agent = told.name(body.neededText("userId"));
    long talked = millis("interactingDurationMs");
    long held = millis("heldDurationMs");
    story.with(AGENT, agent);
    if (talked + held == 0) {
      return neverTalked();
    }
    if (session.isDialled()) {
      story.tell(INTERACTION_ANSWERED, at.minusMillis(talked + held), session.fact("answered"));
    } else if (body.text("queueId") == null) {
      return List.of();
    }
    if (held > 0) {
      // Only the sum of all holds is told; as one hold at the end it adds up to the same.
      story.tell(INTERACTION_HELD, at.minusMillis(held), session.fact("held"));
      story.tell(INTERACTION_RESUMED, at, session.fact("resumed"));
    }
    switch (session.disconnection().leaving()) {
      case FOR_GOOD -> story.tell(INTERACTION_ENDED, at, session.fact("ended"), endedBy(false));
      case HANDING_OVER ->
          // Told early, so that it never ends the visit to the next queue, which it begins.
          story.tell(
              INTERACTION_TRANSFERRED,
              early(at.minusMillis(talked + held), at),
              session.fact("transferred"));
      // The other agent's answer ends this agent's part; an end here would end that one's.
      case AFTER_CONSULTING -> {}
    }
    return story.events();
  }

  /** When to tell that an agent has handed over: never before the agent answered. */
  static Instant early(Instant answered, Instant left) {
    Instant early = left.minus(LEAD);
    return early.isBefore(answered) ? answered : early;
  }

  /** An offer that failed, unless it was the customer who went while it rang. */
  private List<Event> neverTalked() {
    if (session.isDialled()
        || body.text("queueId") == null
        || session.disconnection().byOtherSide()) {
      return List.of();
    }
    String reason = session.disconnection().byOwnSide() ? "rejected" : "no_answer";
    return story
        .tell(INTERACTION_DECLINED, at, session.fact("declined"), Map.of(REASON, reason))
        .events();
  }

  private List<Event> wrappedUp() {
    return story
        .with(AGENT, told.name(body.text("userId")))
        .tell(INTERACTION_WRAPPED_UP, at, session.fact("wrapped_up"))
        .events();
  }

  private Map<EventField, Object> endedBy(boolean customersSession) {
    Party by = session.disconnection().party(customersSession);
    return by == null ? Map.of() : Map.of(BY, by);
  }

  private long millis(String name) {
    Long millis = body.whole(name);
    return millis == null || millis < 0 || millis > at.toEpochMilli() ? 0 : millis;
  }
}
