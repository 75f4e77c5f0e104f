// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.DeclineReason;
import io.tideboard.events.Party;
import io.tideboard.platforms.telephony.EventIds;
import org.jspecify.annotations.Nullable;

/** Messages of the manager interface about a caller and an agent. */
final class AgentMessages {

  private final CallBook calls;
  private final Exits exits;
  private final PbxState state;

  AgentMessages(CallBook calls, Exits exits, PbxState state) {
    this.calls = calls;
    this.exits = exits;
    this.state = state;
  }

  /** Tells the message, if it is one of these. */
  boolean tell(Entry entry, AmiMessage message) {
    Leg leg = new Leg(message.text("Uniqueid"), message.text("Queue"), message.text("MemberName"));
    switch (message.event()) {
      case "AgentCalled" -> {
        exits.offered(leg.call());
        calls.offered(entry, leg, entry.at());
      }
      // RingTime is in milliseconds here and in seconds in AgentConnect; AgentCalled has the time.
      case "AgentRingNoAnswer" -> {
        calls.declined(entry, leg, declined(leg, message));
        exits.offered(leg.call());
      }
      case "AgentDump" -> {
        exits.offered(leg.call());
        calls.declined(entry, leg, DeclineReason.REJECTED);
      }
      case "AgentConnect" -> {
        exits.answered(leg.call());
        calls.answered(entry, leg, lasted(message));
      }
      case "AgentComplete" -> completed(entry, leg, message);
      case "Hold", "Unhold" -> {
        Call call = onTheLine(message);
        if (call == null) {
          return false;
        }
        calls.held(entry, call, message.event().equals("Hold"));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void completed(Entry entry, Leg leg, AmiMessage message) {
    switch (message.text("Reason")) {
      case "transfer" -> calls.transferred(entry, leg, lasted(message));
      case "caller" -> calls.completed(entry, leg, Party.CUSTOMER, lasted(message));
      case "agent" -> calls.completed(entry, leg, Party.AGENT, lasted(message));
      default -> calls.completed(entry, leg, null, lasted(message));
    }
  }

  private DeclineReason declined(Leg leg, AmiMessage message) {
    String agentChannel = message.text("DestUniqueid");
    return exits.refused(leg.call(), agentChannel)
        ? DeclineReason.REJECTED
        : DeclineReason.NO_ANSWER;
  }

  /** Whose hold it is: not the caller's own, and of one contact in service and no other. */
  private @Nullable Call onTheLine(AmiMessage message) {
    String channel = EventIds.fit(message.text("Uniqueid"));
    String linked = EventIds.fit(message.text("Linkedid"));
    Call found = null;
    for (Call call : state.calls.values()) {
      boolean theirs = call.linked.equals(linked) || call.id.equals(linked);
      if (theirs && !call.services.isEmpty() && !call.id.equals(channel)) {
        if (found != null) {
          return null;
        }
        found = call;
      }
    }
    return found;
  }

  private static Lasted lasted(AmiMessage message) {
    return Lasted.ofSeconds(message.get("HoldTime"), message.get("TalkTime"));
  }
}
