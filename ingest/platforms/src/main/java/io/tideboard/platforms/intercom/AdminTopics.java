// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import io.tideboard.events.AgentState;
import io.tideboard.events.Event;
import io.tideboard.platforms.desk.Fact;
import io.tideboard.platforms.desk.Presence;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Payload;
import java.util.List;

/** What an admin is doing: {@code admin.*}. */
final class AdminTopics {

  private AdminTopics() {}

  static List<Event> told(Notification notification, Scope scope) {
    return switch (notification.topic()) {
      case "admin.away_mode_updated", "admin.logged_in" ->
          changed(notification, scope, here(notification.item()));
      case "admin.logged_out" -> changed(notification, scope, AgentState.OFFLINE);
      default -> List.of();
    };
  }

  private static AgentState here(Payload admin) {
    if (!Boolean.TRUE.equals(admin.flag("away_mode_enabled"))) {
      return AgentState.AVAILABLE;
    }
    String reason = admin.text("away_status_reason");
    AgentState state = Presence.state(reason == null ? "away" : reason);
    return state == AgentState.AVAILABLE || state == AgentState.OFFLINE ? AgentState.AWAY : state;
  }

  private static List<Event> changed(Notification notification, Scope scope, AgentState state) {
    Payload admin = notification.item();
    String id = admin.neededText("id");
    String agent = scope.agent(id);
    List<String> queues =
        admin.texts("team_ids").stream().map(team -> scope.queue("team", team, null)).toList();
    Fact fact = new Fact(scope.source(), notification.id(), notification.at());
    String reason = state == AgentState.OFFLINE ? null : admin.text("away_status_reason");
    return List.of(Presence.changed(fact, agent == null ? id : agent, state, reason, queues));
  }
}
