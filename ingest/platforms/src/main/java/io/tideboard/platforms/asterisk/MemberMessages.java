// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.platforms.telephony.Texts;
import io.tideboard.platforms.telephony.Times;

/** Messages of the manager interface about the members of queues. */
final class MemberMessages {

  private static final int NOT_IN_USE = 1;
  private static final int LARGEST_DEVICE = 1000;
  private static final int LONGEST_REASON = 64;

  private final AgentBook agents;
  private final AsteriskOptions options;

  MemberMessages(AgentBook agents, AsteriskOptions options) {
    this.agents = agents;
    this.options = options;
  }

  /** Tells the message, if it is one of these. */
  boolean tell(Entry entry, AmiMessage message) {
    Leg leg = new Leg("", message.text("Queue"), message.text("MemberName"));
    switch (message.event()) {
      case "QueueMemberStatus",
          "QueueMemberAdded",
          "QueueMemberPause",
          "QueueMemberPenalty",
          "QueueMemberRinginuse" -> {
        if (!leg.agent().isEmpty()) {
          learn(entry, leg, message);
          agents.settle(entry, leg.agent());
        }
      }
      case "QueueMemberRemoved" -> agents.removed(entry, leg);
      default -> {
        return false;
      }
    }
    return true;
  }

  AgentBook agents() {
    return agents;
  }

  /** Takes over what the message says of the member, without telling it. */
  void learn(Entry entry, Leg leg, AmiMessage message) {
    Agent.Membership member = agents.member(leg);
    Agent agent = agents.agent(leg.agent());
    agent.loggedOff = false;
    agent.ownWrapUp = Math.min(3600, Texts.whole(message.get("Wrapuptime"), 0));
    member.paused = message.text("Paused").equals("1");
    member.reason = member.paused ? Texts.cut(message.get("PausedReason"), LONGEST_REASON) : null;
    member.device = (int) Math.min(LARGEST_DEVICE, Texts.whole(message.get("Status"), 0));
    if (member.device == Devices.WRAPPING_UP) {
      // It is over when it has lasted as long as it lasts: nobody will say so.
      member.device = NOT_IN_USE;
      long length = agents.wrapUp(leg.agent(), options.wrapUp().toSeconds() * Times.SECOND);
      if (agent.wrapsUpUntil <= entry.at() && length > 0) {
        agents.wrapsUp(entry, leg.agent(), entry.at() + length);
      }
    }
  }
}
