// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import io.tideboard.core.clock.Micros;
import io.tideboard.events.Contact;
import io.tideboard.events.EventHeader;
import io.tideboard.events.EventType;
import io.tideboard.events.FeedbackKind;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import java.time.Instant;

/** Moments of one interaction, so many seconds after nine o'clock. */
public final class Moments {

  public static final long NINE = Micros.of(Instant.parse("2026-03-02T09:00:00Z"));

  private Moments() {}

  /** So many seconds after nine o'clock, in microseconds. */
  public static long at(double seconds) {
    return NINE + Math.round(seconds * Micros.SECOND);
  }

  public static Moment queued(double seconds, String queue) {
    return moment(seconds, EventType.INTERACTION_QUEUED, queue, null, 0);
  }

  public static Moment answered(double seconds, String agent) {
    return answered(seconds, agent, null);
  }

  public static Moment answered(double seconds, String agent, String queue) {
    return moment(seconds, EventType.INTERACTION_ANSWERED, queue, agent, 0);
  }

  public static Moment answeredOutbound(double seconds, String agent) {
    return moment(seconds, EventType.INTERACTION_ANSWERED, null, agent, Moment.OUTBOUND);
  }

  public static Moment held(double seconds) {
    return moment(seconds, EventType.INTERACTION_HELD, null, null, 0);
  }

  public static Moment resumed(double seconds) {
    return moment(seconds, EventType.INTERACTION_RESUMED, null, null, 0);
  }

  public static Moment transferred(double seconds, String toQueue, String toAgent) {
    int flags = toAgent == null ? 0 : Moment.TO_AGENT;
    return moment(seconds, EventType.INTERACTION_TRANSFERRED, toQueue, null, flags);
  }

  /** That agent moves the contact on. */
  public static Moment transferredBy(double seconds, String agent, String toQueue) {
    return moment(seconds, EventType.INTERACTION_TRANSFERRED, toQueue, agent, 0);
  }

  /** That agent leaves the conversation. */
  public static Moment endedBy(double seconds, String agent) {
    return moment(seconds, EventType.INTERACTION_ENDED, null, agent, 0);
  }

  /** The customer hangs up on that agent. */
  public static Moment hungUpOn(double seconds, String agent) {
    return moment(seconds, EventType.INTERACTION_ENDED, null, agent, Moment.BY_CUSTOMER);
  }

  public static Moment abandoned(double seconds) {
    return moment(seconds, EventType.INTERACTION_ABANDONED, null, null, 0);
  }

  public static Moment dequeued(double seconds, String queue) {
    return moment(seconds, EventType.INTERACTION_DEQUEUED, queue, null, 0);
  }

  public static Moment callback(double seconds, String queue) {
    return moment(seconds, EventType.INTERACTION_CALLBACK_REQUESTED, queue, null, 0);
  }

  public static Moment ended(double seconds) {
    return moment(seconds, EventType.INTERACTION_ENDED, null, null, Moment.BY_CUSTOMER);
  }

  public static Moment endedBySystem(double seconds) {
    return moment(seconds, EventType.INTERACTION_ENDED, null, null, 0);
  }

  public static Moment wrappedUp(double seconds, String agent) {
    return moment(seconds, EventType.INTERACTION_WRAPPED_UP, null, agent, 0);
  }

  public static Moment escalated(double seconds, String toQueue) {
    return moment(seconds, EventType.INTERACTION_ESCALATED, toQueue, null, 0);
  }

  public static Moment resolved(double seconds) {
    return moment(seconds, EventType.INTERACTION_RESOLVED, null, null, 0);
  }

  public static Moment reopened(double seconds) {
    return moment(seconds, EventType.INTERACTION_REOPENED, null, null, 0);
  }

  public static Moment contained(double seconds) {
    return moment(seconds, EventType.INTERACTION_CONTAINED, null, null, 0);
  }

  public static Moment fromCustomer(double seconds) {
    return moment(seconds, EventType.INTERACTION_MESSAGE, null, null, 0);
  }

  public static Moment fromAgent(double seconds) {
    return moment(seconds, EventType.INTERACTION_MESSAGE, null, null, Moment.BY_AGENT);
  }

  public static Moment fromBot(double seconds) {
    return moment(seconds, EventType.INTERACTION_MESSAGE, null, null, Moment.BY_BOT);
  }

  /** A survey's result, as an event tells it. */
  public static Moment feedback(double seconds, FeedbackKind kind, double score) {
    return Moment.of(
        new InteractionEvent(
            new EventHeader(kind + "@" + seconds, "scene", Micros.instant(at(seconds))),
            Contact.of("c1"),
            new InteractionChange.Feedback(kind, score, null, null)));
  }

  /** The contact began, and told its channel. */
  public static Moment created(double seconds, String channel) {
    return new Moment(
        at(seconds),
        EventType.INTERACTION_CREATED,
        identity(seconds + channel),
        channel,
        null,
        null,
        0);
  }

  /** The interaction after these moments, taken one by one in the order given. */
  public static Interaction after(Moment... moments) {
    Interaction interaction = Interaction.UNKNOWN;
    for (Moment moment : moments) {
      interaction = InteractionLifecycle.on(interaction, moment).interaction();
    }
    return interaction;
  }

  private static Moment moment(
      double seconds, EventType type, String queue, String agent, int flags) {
    String id = seconds + type.wire() + queue + agent;
    return new Moment(at(seconds), type, identity(id), null, queue, agent, flags);
  }

  private static long identity(String id) {
    return new EventHeader(id, "scene", Instant.EPOCH).digest();
  }
}
