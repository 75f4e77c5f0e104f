// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import io.tideboard.events.AgentState;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.platforms.freeswitch.CallcenterState.Agent;
import io.tideboard.platforms.telephony.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agents do: mod_callcenter keeps a status, which the agent chose, and a state, which the
 * queue sees; the two together are told when they change.
 */
final class Agents {

  private final CallcenterState state;
  private final FreeSwitchOptions options;

  Agents(CallcenterState state, FreeSwitchOptions options) {
    this.state = state;
    this.options = options;
  }

  void status(Happening happening, String name, String status) {
    state.agent(name).status = status;
    settle(happening, name);
  }

  void state(Happening happening, String name, String agentState) {
    state.agent(name).state = agentState;
    settle(happening, name);
  }

  void took(Happening happening, String name) {
    state.agent(name).serving++;
    settle(happening, name);
  }

  /** The agent's conversation has ended; returns when the after-call work ends. */
  long letGo(Happening happening, String name, long endedAt) {
    Agent agent = state.agent(name);
    agent.serving = Math.max(0, agent.serving - 1);
    long own = agent.wrapUp >= 0 ? agent.wrapUp : options.wrapUp().toSeconds();
    agent.wrapsUpUntil = endedAt + own * Times.SECOND;
    settle(happening, name);
    return agent.wrapsUpUntil;
  }

  void dropped(Happening happening) {
    for (String name : List.copyOf(state.agents.keySet())) {
      state.agent(name).serving = 0;
      state.agent(name).state = "";
      state.agent(name).wrapsUpUntil = 0;
      settle(happening, name);
    }
  }

  void settle(Happening happening, String name) {
    Agent agent = state.agent(name);
    AgentState now = now(agent, happening.at());
    if (name.isEmpty() || now == null || now == agent.told) {
      return;
    }
    agent.told = now;
    agent.toldSince = happening.at();
    new Happening(happening.id() + "/" + name, happening.at(), happening.told())
        .tell(
            EventType.AGENT_STATE,
            happening.at(),
            new EventDraft(EventType.AGENT_STATE)
                .set(EventField.AGENT, name)
                .set(EventField.STATE, now)
                .set(EventField.QUEUES, List.copyOf(agent.queues)));
  }

  /** Null while the status is not known: the state alone does not say who is at work. */
  private static @Nullable AgentState now(Agent agent, long at) {
    if (agent.serving > 0 || agent.state.equals("In a queue call")) {
      return AgentState.BUSY;
    }
    return switch (agent.status) {
      case "Logged Out" -> AgentState.OFFLINE;
      case "On Break" -> AgentState.BREAK;
      case "Available", "Available (On Demand)" -> {
        if (agent.wrapsUpUntil > at) {
          yield AgentState.WRAP_UP;
        }
        yield agent.state.equals("Idle") ? AgentState.AWAY : AgentState.AVAILABLE;
      }
      default -> null;
    };
  }
}
