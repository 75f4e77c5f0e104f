// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import static io.tideboard.events.EventType.INTERACTION_HELD;
import static io.tideboard.events.EventType.INTERACTION_RESUMED;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contact events: one for each step of a contact, each with the times of the steps before it. */
final class ContactEvents {

  private final Envelope envelope;
  private final Payload detail;
  private final Payload queueInfo;
  private final Payload agentInfo;
  private final Contact contact;
  private final ContactFacts facts;
  private final @Nullable Instant connected;

  private ContactEvents(Envelope envelope, String source, Names names) {
    this.envelope = envelope;
    detail = envelope.detail();
    queueInfo = detail.at("queueInfo");
    agentInfo = detail.at("agentInfo");
    contact = Contact.of(detail);
    connected = Arns.time(agentInfo, "connectedToAgentTimestamp");
    facts =
        new ContactFacts(
            contact,
            source,
            Arns.queue(names, queueInfo.text("queueArn"), null),
            connected == null && !is("CONNECTED_TO_AGENT")
                ? null
                : Arns.agent(names, agentInfo.text("agentArn"), null));
  }

  static List<Event> of(Envelope envelope, String source, Names names) {
    return switch (envelope.kind()) {
      case "INITIATED",
          "CONNECTED_TO_SYSTEM",
          "CONTACT_DATA_UPDATED",
          "QUEUED",
          "CONNECTED_TO_AGENT",
          "DISCONNECTED",
          "COMPLETED",
          "PAUSED",
          "RESUMED" ->
          new ContactEvents(envelope, source, names).events();
      default -> List.of();
    };
  }

  private List<Event> events() {
    if (contact.isMonitoring()) {
      return List.of();
    }
    facts.created(or(Arns.time(detail, "initiationTimestamp"), "INITIATED"));
    facts.queued(or(Arns.time(queueInfo, "enqueueTimestamp"), "QUEUED"));
    facts.answered(or(connected, "CONNECTED_TO_AGENT"));
    if (is("DISCONNECTED") || is("COMPLETED")) {
      disconnected();
    }
    if (is("PAUSED")) {
      facts.told(INTERACTION_HELD, needed("lastPausedTimestamp"), "held");
    }
    if (is("RESUMED")) {
      facts.told(INTERACTION_RESUMED, needed("lastResumedTimestamp"), "resumed");
    }
    return facts.events();
  }

  /** Abandoned is what had a queue and got no agent. What was dialled never waited. */
  private void disconnected() {
    Instant at = or(Arns.time(detail, "disconnectTimestamp"), "DISCONNECTED");
    Disconnect how = Disconnect.of(detail.text("disconnectReason"));
    if (detail.has("queueInfo") && !metAgent() && !contact.isDialled()) {
      how = contact.inQueue(how);
      facts.leftQueue(at, how);
    }
    facts.ended(at, how);
    if (is("COMPLETED") && metAgent()) {
      Instant wrapped = Arns.time(agentInfo, "afterContactWorkEndTimestamp");
      facts.wrappedUp(wrapped == null ? at : wrapped);
    }
  }

  /**
   * An agent without a time at all has answered: only the newer payloads repeat the time. An agent
   * whose time is there and not set was only being called.
   */
  private boolean metAgent() {
    return connected != null
        || (detail.has("agentInfo") && !agentInfo.has("connectedToAgentTimestamp"));
  }

  private boolean is(String kind) {
    return envelope.kind().equals(kind);
  }

  /** The payload's own time of a step, or EventBridge's of the event that tells it. */
  private @Nullable Instant or(@Nullable Instant time, String kind) {
    return time == null && is(kind) ? envelope.time() : time;
  }

  private Instant needed(String name) {
    Instant time = or(Arns.time(detail, name), envelope.kind());
    if (time == null) {
      throw new InvalidEvent(
          ErrorCode.MISSING_FIELD, detail.path(name), null, "the time of " + envelope.kind());
    }
    return time;
  }
}
