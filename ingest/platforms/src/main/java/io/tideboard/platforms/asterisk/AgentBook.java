// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.AgentState;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.Limits;
import io.tideboard.platforms.asterisk.Agent.Membership;
import io.tideboard.platforms.telephony.Texts;
import io.tideboard.platforms.telephony.Times;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the agents do. Asterisk speaks of a member of one queue at a time; an agent has one state
 * over all of them, and it is told when it changes.
 */
final class AgentBook {

  private final PbxState state;
  private final AsteriskOptions options;

  /** Whether the queues of an agent are known in full: the log knows only those it has named. */
  private final boolean allQueuesKnown;

  AgentBook(PbxState state, AsteriskOptions options, boolean allQueuesKnown) {
    this.state = state;
    this.options = options;
    this.allQueuesKnown = allQueuesKnown;
  }

  Agent agent(String name) {
    return state.agents.computeIfAbsent(name, unknown -> new Agent());
  }

  /** The agent's place in that queue, which it has from now on if it had none. */
  Membership member(Leg leg) {
    return agent(leg.agent()).queues.computeIfAbsent(leg.queue(), unknown -> new Membership());
  }

  /** The agent was seen to work for that queue. */
  void serves(Leg leg) {
    if (!allQueuesKnown && !leg.agent().isEmpty()) {
      Membership known = member(leg);
      known.paused = known.paused && agent(leg.agent()).pausedEverywhere;
    }
  }

  void removed(Entry entry, Leg leg) {
    Agent agent = agent(leg.agent());
    agent.queues.remove(leg.queue());
    agent.loggedOff = agent.queues.isEmpty();
    settle(entry, leg.agent());
  }

  void took(Entry entry, String name) {
    agent(name).serving++;
    agent(name).loggedOff = false;
    settle(entry, name);
  }

  void letGo(Entry entry, String name, long wrapsUpUntil) {
    Agent agent = agent(name);
    agent.serving = Math.max(0, agent.serving - 1);
    agent.wrapsUpUntil = Math.max(agent.wrapsUpUntil, wrapsUpUntil);
    settle(entry, name);
  }

  /** After-call work of which only the agent is known. */
  void wrapsUp(Entry entry, String name, long until) {
    WrapUp wrapUp = new WrapUp();
    wrapUp.id = entry.id() + "/after";
    wrapUp.agent = name;
    wrapUp.endsAt = until;
    state.wrapUps.put(wrapUp.id, wrapUp);
    agent(name).wrapsUpUntil = until;
  }

  /** How long this agent's after-call work takes, in microseconds. */
  long wrapUp(String name, long otherwise) {
    long own = agent(name).ownWrapUp;
    return own > 0 ? own * Times.SECOND : otherwise;
  }

  /** Every conversation is over, by a restart. */
  void dropped(Entry entry) {
    for (String name : List.copyOf(state.agents.keySet())) {
      Agent agent = agent(name);
      agent.serving = 0;
      agent.wrapsUpUntil = 0;
      if (agent.told != null) {
        settle(entry, name);
      }
    }
  }

  /** Tells the agent's state, if it is another than what was told last. */
  void settle(Entry entry, String name) {
    if (name.isEmpty()) {
      return;
    }
    Agent agent = agent(name);
    AgentState now = agent.state(entry.at(), options);
    String reason = agent.paused() ? Texts.cut(agent.pauseReason(), Limits.NAME) : null;
    String toldReason = now == AgentState.BUSY || now == AgentState.OFFLINE ? null : reason;
    List<String> queues = allQueuesKnown ? agent.serves() : List.of();
    if (now == agent.told
        && Objects.equals(toldReason, agent.toldReason)
        && queues.equals(agent.toldQueues)) {
      return;
    }
    remember(agent, now, toldReason, entry.at());
    agent.toldQueues = queues;
    entry
        .named(name)
        .tell(
            EventType.AGENT_STATE,
            entry.at(),
            new EventDraft(EventType.AGENT_STATE)
                .set(EventField.AGENT, name)
                .set(EventField.STATE, now)
                .set(EventField.REASON, toldReason)
                .set(EventField.QUEUES, queues));
  }

  private static void remember(Agent agent, AgentState now, @Nullable String reason, long at) {
    if (now != agent.told) {
      agent.toldSince = at;
    }
    agent.told = now;
    agent.toldReason = reason;
  }
}
