// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.platforms.telephony.Texts;
import io.tideboard.platforms.telephony.Times;
import org.jspecify.annotations.Nullable;

/** Lines of the queue log about the members of queues. */
final class MemberLines {

  private static final long LONGEST_WRAP_UP = 3600;

  private final AgentBook agents;

  MemberLines(AgentBook agents) {
    this.agents = agents;
  }

  /** Tells the line, if it is one of these. */
  boolean tell(Entry entry, QueueLogLine line) {
    Leg leg = line.leg();
    if (leg.agent().isEmpty()) {
      return false;
    }
    switch (line.event()) {
      case "PAUSE" -> paused(leg, true, line.data(0));
      case "UNPAUSE" -> paused(leg, false, null);
      case "PAUSEALL" -> everywhere(leg, true, line.data(0));
      case "UNPAUSEALL" -> everywhere(leg, false, null);
      case "ADDMEMBER" -> {
        paused(leg, "PAUSED".equals(line.data(0)), null);
        agents.agent(leg.agent()).loggedOff = false;
      }
      case "REMOVEMEMBER" -> agents.removed(entry, leg);
      case "AGENTLOGIN", "AGENTCALLBACKLOGIN" -> agents.agent(leg.agent()).loggedOff = false;
      case "AGENTLOGOFF", "AGENTCALLBACKLOGOFF" -> agents.agent(leg.agent()).loggedOff = true;
      case "WRAPUPSTART" -> {
        long seconds = Texts.whole(line.data(0), 0);
        if (seconds > 0 && seconds <= LONGEST_WRAP_UP) {
          agents.wrapsUp(entry, leg.agent(), entry.at() + seconds * Times.SECOND);
        }
      }
      default -> {
        return false;
      }
    }
    agents.settle(entry, leg.agent());
    return true;
  }

  private void paused(Leg leg, boolean paused, @Nullable String reason) {
    Agent.Membership member = agents.member(leg);
    member.paused = paused;
    member.reason = paused ? Texts.cut(reason, 64) : null;
    if (!paused) {
      agents.agent(leg.agent()).pausedEverywhere = false;
    }
  }

  /** One line for all queues comes before a line for each; it is the one that says why. */
  private void everywhere(Leg leg, boolean paused, @Nullable String reason) {
    Agent agent = agents.agent(leg.agent());
    agent.pausedEverywhere = paused;
    agent.reason = paused ? Texts.cut(reason, 64) : null;
    agent.queues.values().forEach(member -> member.paused = paused);
  }
}
