// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.tideboard.core.agents.Repair;
import io.tideboard.events.AgentState;
import java.util.List;

/** What is exposed of the agents of a queue: never one of them by name. */
final class TeamFamilies {

  private static final byte[][] STATES = QueueFamilies.labels("state", AgentState.values());
  private static final byte[][] REPAIRS = QueueFamilies.labels("repair", Repair.values());

  private TeamFamilies() {}

  static List<Family> all() {
    return List.of(
        Family.gauge(
            "tideboard_agents",
            "Agents of the queue in that state; who talks is busy, whatever is claimed.",
            TeamFamilies::agents),
        Family.counter(
            "tideboard_agent_repairs_total",
            "What was put right of what was told of a queue's agents.",
            TeamFamilies::repairs));
  }

  /** Who is signed in, by state; a state in which nobody is stands at 0. */
  private static void agents(Shown queue, Line line) {
    for (AgentState state : AgentState.values()) {
      if (state != AgentState.OFFLINE) {
        line.value(STATES[state.ordinal()], queue.team().agents().getOrDefault(state, 0));
      }
    }
  }

  private static void repairs(Shown queue, Line line) {
    for (Repair repair : Repair.values()) {
      line.value(REPAIRS[repair.ordinal()], queue.team().repairs().get(repair.ordinal()));
    }
  }
}
