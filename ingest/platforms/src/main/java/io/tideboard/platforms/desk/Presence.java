// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import io.tideboard.events.AgentState;
import io.tideboard.events.Event;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.platforms.support.AgentStates;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is doing, from the status that a desk shows. Centers name statuses of their own
 * ("On lunch", "Team meeting"), so those are known by the words in them; one without a known word
 * takes no new work and is {@code away}.
 */
public final class Presence {

  private Presence() {}

  /** The state that a status means, in any case. */
  public static AgentState state(String status) {
    String name = status.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ').strip();
    return switch (name) {
      // Takes what is handed over, but nothing new.
      case "transfers only", "do not disturb" -> AgentState.BUSY;
      case "invisible" -> AgentState.OFFLINE;
      default -> AgentStates.named(name);
    };
  }

  /**
   * The event of an agent's new state.
   *
   * @param reason in the center's own words, cut to 64 characters; null when there is none
   * @param queues the lines that the agent serves; empty when not told
   */
  public static Event changed(
      Fact fact, String agent, AgentState state, @Nullable String reason, List<String> queues) {
    return fact.draft(EventType.AGENT_STATE)
        .set(EventField.AGENT, agent)
        .set(EventField.STATE, state)
        .set(EventField.REASON, Words.reason(reason))
        .set(EventField.QUEUES, queues.isEmpty() ? null : queues)
        .build();
  }
}
