// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import io.tideboard.events.AgentState;
import io.tideboard.events.Event;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.Limits;
import io.tideboard.platforms.support.AgentStates;
import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What users are doing: presence is what they chose, routing status what the queues see. */
final class AgentChanges {

  private final Told told;
  private final Payload body;

  private AgentChanges(Told told) {
    this.told = told;
    body = told.body();
  }

  static List<Event> of(Told told) {
    AgentChanges changes = new AgentChanges(told);
    return switch (told.topic().kind()) {
      case "presence" -> changes.presence();
      case "routingstatus" -> changes.routingStatus();
      case "activity" -> changes.activity();
      case "audit" -> changes.audit();
      default -> List.of();
    };
  }

  private List<Event> presence() {
    String presence = body.at("presenceDefinition").neededText("systemPresence");
    return told(Presence.state(presence), presence, body.neededTime("modifiedDate"));
  }

  private List<Event> routingStatus() {
    Payload routing = body.at("routingStatus");
    String status = routing.neededText("status");
    return told(Presence.routed(status), status, routing.neededTime("startTime"));
  }

  /** Both at once, in force since the later of the two. */
  private List<Event> activity() {
    Payload routing = body.at("routingStatus");
    Payload presence = body.at("presence");
    String status = routing.text("status");
    String chosen = presence.at("presenceDefinition").text("systemPresence");
    Instant since = later(routing.time("startTime"), presence.time("modifiedDate"));
    if (since == null || (status == null && chosen == null)) {
      return List.of();
    }
    boolean onQueue = status != null && !Presence.isOffQueue(status);
    return onQueue || chosen == null
        ? told(Presence.routed(String.valueOf(status)), String.valueOf(status), since)
        : told(Presence.state(chosen), chosen, since);
  }

  /** A change of presence in the audit trail, in the words of the screen. */
  private List<Event> audit() {
    List<Event> events = new ArrayList<>();
    for (Payload change : body.objects("propertyChanges")) {
      List<String> values = change.texts("newValues");
      if ("PRESENCE".equalsIgnoreCase(change.text("property")) && !values.isEmpty()) {
        String presence = values.get(values.size() - 1);
        events.addAll(told(Presence.state(presence), presence, body.neededTime("eventTime")));
      }
    }
    return events;
  }

  private List<Event> told(AgentState state, String reason, Instant at) {
    String user = body.text("userId");
    String id = user != null ? user : String.valueOf(told.topic().id());
    String name = told.names().of(id, body.at("entity").text("name"));
    return List.of(
        new EventDraft(EventType.AGENT_STATE)
            .set(EventField.ID, Ids.of(id, told.topic().kind(), at.toEpochMilli(), reason))
            .set(EventField.SOURCE, told.source())
            .set(EventField.TIME, at)
            .set(EventField.AGENT, name)
            .set(EventField.STATE, state)
            .set(EventField.REASON, AgentStates.reason(reason))
            .set(EventField.QUEUES, queues())
            .build());
  }

  private List<String> queues() {
    List<String> queues = new ArrayList<>();
    for (String queueId : body.texts("activeQueueIds")) {
      String name = told.name(queueId);
      if (name != null && queues.size() < Limits.QUEUES) {
        queues.add(name);
      }
    }
    return queues;
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
