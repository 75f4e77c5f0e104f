// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import static io.tideboard.events.EventField.AGENTS;
import static io.tideboard.events.EventField.CAPACITY;
import static io.tideboard.events.EventField.ID;
import static io.tideboard.events.EventField.QUEUES;
import static io.tideboard.events.EventField.REASON;
import static io.tideboard.events.EventField.SOURCE;
import static io.tideboard.events.EventField.STATE;
import static io.tideboard.events.EventField.TIME;

import io.tideboard.events.AgentSnapshot.Standing;
import io.tideboard.events.Event;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which agent an event is about, and when it was.
 *
 * @param id the event's own, by which a repetition is known
 */
record AgentMoment(String source, String id, String agent, Instant at, Names names) {

  /** A heartbeat comes when nothing else has come for so long. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(120);

  static AgentMoment of(Payload event, String source, Names names) {
    String arn = event.neededText("agentARN");
    Instant at = event.neededTime("eventTimestamp");
    String name = username(event, "currentAgentSnapshot");
    String agent =
        Arns.agent(names, arn, name == null ? username(event, "previousAgentSnapshot") : name);
    String id = event.text("eventId");
    return new AgentMoment(
        source,
        id == null ? Ids.of(arn, at.toEpochMilli()) : id,
        agent == null ? arn : agent,
        at,
        names);
  }

  private static @Nullable String username(Payload event, String snapshot) {
    return event.at(snapshot).at("configuration").text("username");
  }

  @Nullable String queue(@Nullable String arn, @Nullable String name) {
    return Arns.queue(names, arn, name);
  }

  /** The agent is in a state from now on. */
  Event state(AgentPicture picture) {
    return draft(EventType.AGENT_STATE, "state")
        .set(EventField.AGENT, agent)
        .set(STATE, picture.state())
        .set(REASON, picture.reason())
        .set(QUEUES, picture.queues())
        .set(CAPACITY, picture.capacity())
        .build();
  }

  /**
   * The agent is still in a state. It has been for as long as heartbeats tell, and no longer:
   * between the start of "Available" and now there may have been contacts.
   */
  Event snapshot(AgentPicture picture) {
    Instant quiet = at.minus(HEARTBEAT);
    Instant since =
        picture.since() == null || picture.since().isBefore(quiet) ? quiet : picture.since();
    Standing standing = new Standing(agent, picture.state(), since, picture.queues());
    return draft(EventType.AGENT_SNAPSHOT, "snapshot").set(AGENTS, List.of(standing)).build();
  }

  private EventDraft draft(EventType type, String kind) {
    return new EventDraft(type).set(ID, Ids.of(id, kind)).set(SOURCE, source).set(TIME, at);
  }
}
