// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import static io.tideboard.platforms.freeswitch.Happening.draft;

import io.tideboard.events.DequeueReason;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.Party;
import io.tideboard.platforms.freeswitch.CallcenterState.Answer;
import io.tideboard.platforms.freeswitch.CallcenterState.Member;
import io.tideboard.platforms.freeswitch.CallcenterState.WrapUp;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The story of the callers: what happened goes in, events come out. */
final class Members {

  private final CallcenterState state;
  private final Agents agents;

  Members(CallcenterState state, Agents agents) {
    this.state = state;
    this.agents = agents;
  }

  /** A visit begins, also when a caller who gave up comes back to the old place. */
  void queued(Happening happening, String id, String queue, EventDraft caller) {
    Member member = state.member(id);
    member.waitingIn = queue;
    member.joinedAt = happening.at();
    member.over = false;
    member.connecting = null;
    member.changedAt = happening.at();
    happening.tell(EventType.INTERACTION_QUEUED, happening.at(), caller);
  }

  /** Where nobody saw it begin, the visit began when the event says that it did. */
  void queuedUnseen(Happening happening, String id, String queue, long joinedAt) {
    Member member = state.members.get(id);
    boolean known = member != null && (queue.equals(member.waitingIn) || member.over);
    if (!known && joinedAt > 0 && joinedAt <= happening.at()) {
      Happening missed = new Happening(happening.id() + "/missed", joinedAt, happening.told());
      queued(missed, id, queue, draft(EventType.INTERACTION_QUEUED, id, queue, ""));
    }
  }

  /** An agent has picked up; whether the two come together is told later. */
  void connecting(Happening happening, String id, String queue, String agent) {
    Member member = state.member(id);
    member.connecting = new Answer(happening.id(), happening.at(), queue, agent);
    member.changedAt = happening.at();
  }

  /** Whoever that agent was being connected with is connected. */
  void connected(Happening happening, String agent) {
    for (Member member : state.members.values()) {
      Answer answer = member.connecting;
      if (answer != null && answer.agent().equals(agent)) {
        connected(happening, member);
      }
    }
  }

  /** What was being connected has come together, if it was. */
  void connected(Happening happening, Member member) {
    Answer answer = member.connecting;
    if (answer == null) {
      return;
    }
    member.connecting = null;
    member.waitingIn = null;
    member.servedIn = answer.queue();
    member.agent = answer.agent();
    member.answeredAt = answer.at();
    Happening then = new Happening(answer.id(), answer.at(), happening.told());
    EventType type = EventType.INTERACTION_ANSWERED;
    then.tell(type, answer.at(), draft(type, member.id, answer.queue(), answer.agent()));
    agents.took(then, answer.agent());
  }

  void ended(Happening happening, Member member, @Nullable Party by) {
    String queue = member.servedIn;
    if (queue == null) {
      return;
    }
    member.servedIn = null;
    member.over = true;
    member.changedAt = happening.at();
    EventType type = EventType.INTERACTION_ENDED;
    happening.tell(
        type, happening.at(), draft(type, member.id, queue, member.agent).set(EventField.BY, by));
    long until = agents.letGo(happening, member.agent, happening.at());
    WrapUp wrapUp = new WrapUp(happening.id() + "/after", member.id, queue, member.agent, until);
    if (until <= happening.at()) {
      wrappedUp(happening, wrapUp);
    } else {
      state.wrapUps.add(wrapUp);
    }
  }

  /** Left unserved: {@code reason} is null for whoever gave up. */
  void left(Happening happening, Member member, String queue, @Nullable DequeueReason reason) {
    member.waitingIn = null;
    member.connecting = null;
    member.over = true;
    member.changedAt = happening.at();
    EventType type =
        reason == null ? EventType.INTERACTION_ABANDONED : EventType.INTERACTION_DEQUEUED;
    EventDraft draft = draft(type, member.id, queue, "");
    happening.tell(
        type, happening.at(), reason == null ? draft : draft.set(EventField.REASON, reason.wire()));
  }

  /** Ends the after-call work whose time has come. */
  void wrapUpsEnd(Happening happening) {
    for (Iterator<WrapUp> open = state.wrapUps.iterator(); open.hasNext(); ) {
      WrapUp wrapUp = open.next();
      if (wrapUp.endsAt() <= happening.at()) {
        open.remove();
        wrappedUp(happening, wrapUp);
      }
    }
  }

  private void wrappedUp(Happening happening, WrapUp wrapUp) {
    Happening then = new Happening(wrapUp.id(), wrapUp.endsAt(), happening.told());
    EventType type = EventType.INTERACTION_WRAPPED_UP;
    then.tell(type, wrapUp.endsAt(), draft(type, wrapUp.member(), wrapUp.queue(), wrapUp.agent()));
    agents.settle(then, wrapUp.agent());
  }
}
