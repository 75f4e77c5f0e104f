// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import io.tideboard.events.DeclineReason;
import io.tideboard.events.DequeueReason;
import io.tideboard.events.EventDraft;
import io.tideboard.events.Party;
import io.tideboard.platforms.freeswitch.CallcenterState.Member;
import io.tideboard.platforms.telephony.Times;
import org.jspecify.annotations.Nullable;

/** How callers leave: the agent, or the queue unserved. */
final class QueueEnds {

  private final CallcenterState state;
  private final Members members;

  QueueEnds(CallcenterState state, Members members) {
    this.state = state;
    this.members = members;
  }

  /**
   * The agent's side is over. When the two never came together the visit goes on, or the caller has
   * gone, which another event tells.
   */
  void bridgeEnded(Happening happening, EslEvent event, EventDraft declined) {
    Member member = state.members.get(declined.text(io.tideboard.events.EventField.INTERACTION));
    if (member == null) {
      return;
    }
    if (event.text("CC-Agent-Bridged").equals("false")) {
      member.connecting = null;
      CallcenterEvents.declined(happening, declined, DeclineReason.REJECTED);
      return;
    }
    members.connected(happening, member);
    members.ended(happening, member, opposite(by(event)));
  }

  /** The caller's side is over. */
  void queueEnded(Happening happening, EslEvent event, String[] names) {
    String id = names[0];
    String queue = names[1];
    members.queuedUnseen(happening, id, queue, Times.ofSeconds(event.get("CC-Member-Joined-Time")));
    Member member = state.member(id);
    if (member.over) {
      state.members.remove(id);
      return;
    }
    if (event.text("CC-Cause").equals("Terminated")) {
      long answered = Times.ofSeconds(event.get("CC-Agent-Answered-Time"));
      if (member.servedIn == null && member.connecting == null && answered > 0) {
        Happening missed =
            new Happening(
                happening.id() + "/missed", Math.max(member.joinedAt, answered), happening.told());
        members.connecting(missed, id, queue, names[2]);
      }
      members.connected(happening, member);
      members.ended(happening, member, by(event));
    } else {
      members.left(happening, member, queue, reason(event));
    }
    state.members.remove(id);
  }

  /** Null when the caller gave up, which is what a break-out by a hangup is. */
  private static @Nullable DequeueReason reason(EslEvent event) {
    return switch (event.text("CC-Cancel-Reason")) {
      case "TIMEOUT" -> DequeueReason.TIMEOUT;
      case "NO_AGENT_TIMEOUT" -> DequeueReason.NO_AGENTS;
      case "EXIT_WITH_KEY" -> DequeueReason.EXIT_KEY;
      case "BREAK_OUT" -> stillThere(event) ? DequeueReason.WITHDRAWN : null;
      default -> null;
    };
  }

  /** A break-out is also what a transfer out of the queue is: then the channel lives on. */
  private static boolean stillThere(EslEvent event) {
    boolean hungUp =
        event.text("Answer-State").equals("hangup")
            || event.text("Channel-State").equals("CS_HANGUP")
            || event.text("Channel-Call-State").equals("HANGUP")
            || !event.text("Hangup-Cause").isEmpty();
    return !hungUp && !event.text("Channel-State").isEmpty();
  }

  /** Who hung up, seen from the channel that the event is of; null when it does not say. */
  private static @Nullable Party by(EslEvent event) {
    String disposition = event.text("variable_sip_hangup_disposition");
    if (disposition.startsWith("recv_")) {
      return Party.CUSTOMER;
    }
    return disposition.startsWith("send_") ? Party.AGENT : null;
  }

  private static @Nullable Party opposite(@Nullable Party party) {
    if (party == null) {
      return null;
    }
    return party == Party.AGENT ? Party.CUSTOMER : Party.AGENT;
  }
}
