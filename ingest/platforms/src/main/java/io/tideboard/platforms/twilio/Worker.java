// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.twilio;

import io.tideboard.events.AgentState;
import io.tideboard.events.Event;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.platforms.support.AgentStates;
import io.tideboard.platforms.support.Names;

/** A worker's activity. */
record Worker(TaskRouterEvent event, String source, Names names) {

  Event state() {
    boolean gone = event.type().equals("worker.deleted");
    String activity = gone ? "deleted" : event.neededText("worker_activity_name");
    String sid = event.text("worker_sid");
    String id = event.sid() == null && sid != null ? sid + ":" + event.at().toEpochMilli() : null;
    return new EventDraft(EventType.AGENT_STATE)
        .set(EventField.ID, id == null ? event.fact("state") : id)
        .set(EventField.SOURCE, source)
        .set(EventField.TIME, event.at())
        .set(EventField.AGENT, names.of(sid, event.text("worker_name")))
        .set(EventField.STATE, gone ? AgentState.OFFLINE : AgentStates.named(activity))
        .set(EventField.REASON, AgentStates.reason(activity))
        .build();
  }
}
