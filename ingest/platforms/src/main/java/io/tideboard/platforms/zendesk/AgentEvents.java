// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import io.tideboard.events.Event;
import io.tideboard.platforms.desk.Fact;
import io.tideboard.platforms.desk.Presence;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Payload;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an agent is doing: {@code agent.unified_state_changed} and {@code agent.state_changed}. */
final class AgentEvents {

  private AgentEvents() {}

  static List<Event> told(ZendeskEvent event, Scope scope) {
    return switch (event.kind()) {
      case "agent.unified_state_changed" -> {
        Payload state = event.event().at("new_unified_state");
        String name = state.neededText("name");
        yield changed(event, scope, name, reason(name, state.text("reason")));
      }
      case "agent.state_changed" ->
          changed(
              event, scope, event.event().neededText("new_state"), event.event().text("channel"));
      default -> List.of();
    };
  }

  /** A status that the center named itself says more than why it came about. */
  private static @Nullable String reason(String name, @Nullable String reason) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "online", "offline", "away" -> reason;
      default -> name;
    };
  }

  private static List<Event> changed(
      ZendeskEvent event, Scope scope, String status, @Nullable String reason) {
    Fact fact = new Fact(scope.source(), event.id(), event.changedAt());
    return List.of(
        Presence.changed(fact, agent(event, scope), Presence.state(status), reason, List.of()));
  }

  static String agent(ZendeskEvent event, Scope scope) {
    String id = event.detail().text("agent_id");
    String agent = scope.agent(id == null ? event.subjectId() : id);
    return agent == null ? event.detail().neededText("agent_id") : agent;
  }
}
