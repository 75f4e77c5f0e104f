// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import io.tideboard.events.Event;
import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Agent events: what an agent does, with a picture from before and one from after. What happened to
 * the agent's contacts is the difference between the two.
 */
final class AgentEvents {

  private AgentEvents() {}

  static List<Event> of(Payload event, String source, Names names) {
    AgentMoment moment = AgentMoment.of(event, source, names);
    return switch (event.neededText("eventType").toUpperCase(Locale.ROOT)) {
      case "LOGIN", "STATE_CHANGE" -> {
        List<Event> events = new ArrayList<>(new AgentContacts(moment, event).events());
        events.add(moment.state(AgentPicture.of(event, "currentAgentSnapshot", names)));
        yield events;
      }
      case "LOGOUT" -> {
        List<Event> events = new ArrayList<>(new AgentContacts(moment, event).events());
        events.add(moment.state(AgentPicture.LOGGED_OUT));
        yield events;
      }
      case "HEART_BEAT" ->
          List.of(moment.snapshot(AgentPicture.of(event, "currentAgentSnapshot", names)));
      default -> List.of();
    };
  }
}
