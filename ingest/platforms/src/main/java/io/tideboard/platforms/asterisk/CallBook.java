// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.Channel;
import io.tideboard.events.DeclineReason;
import io.tideboard.events.DequeueReason;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.Party;
import io.tideboard.platforms.asterisk.Call.Service;
import io.tideboard.platforms.telephony.Times;
import org.jspecify.annotations.Nullable;

/**
 * The story of the calls, as both voices of Asterisk tell it: what happened goes in, events come
 * out. A visit whose beginning was missed begins where the hold time says that it did.
 */
final class CallBook {

  private final PbxState state;
  private final AgentBook agents;
  private final AsteriskOptions options;
  private final ServiceSearch services;

  CallBook(PbxState state, AgentBook agents, AsteriskOptions options) {
    this.state = state;
    this.agents = agents;
    this.options = options;
    this.services = new ServiceSearch(state);
  }

  /** The call of that id, or the one as which it goes on; null when there is none. */
  @Nullable Call find(String id) {
    return services.find(id);
  }

  /** A visit begins. */
  void joined(Entry entry, Leg leg, Caller caller) {
    state.aliases.remove(leg.call());
    Call call = state.calls.computeIfAbsent(leg.call(), CallBook::named);
    if (call.waits(leg.queue())) {
      return;
    }
    if (call.waitingIn != null) {
      left(entry, new Leg(leg.call(), call.waitingIn, ""), DequeueReason.OVERFLOW);
    }
    queued(entry, call, leg.queue(), caller);
  }

  /** It rings at an agent since that time. */
  void offered(Entry entry, Leg leg, long since) {
    agents.serves(leg);
    EventType type = EventType.INTERACTION_OFFERED;
    entry.tell(type, since, draftOf(type, leg));
  }

  /** The agent did not take it; the visit goes on. */
  void declined(Entry entry, Leg leg, DeclineReason reason) {
    entry.tell(
        EventType.INTERACTION_DECLINED,
        entry.at(),
        draftOf(EventType.INTERACTION_DECLINED, leg).set(EventField.REASON, reason.wire()));
  }

  /** The visit ends with service. */
  void answered(Entry entry, Leg leg, Lasted lasted) {
    Call call = waiter(entry, leg, lasted);
    call.supersede(entry.at());
    long at = call.stamp(EventType.INTERACTION_ANSWERED, entry.at());
    call.waitingIn = null;
    Service service = new Service();
    service.queue = leg.queue();
    service.agent = leg.agent();
    service.answeredAt = at;
    call.services.add(service);
    call.held = false;
    entry.tell(
        EventType.INTERACTION_ANSWERED, at, draft(EventType.INTERACTION_ANSWERED, leg, call));
    agents.serves(leg);
    agents.took(entry, leg.agent());
  }

  /** The conversation ends. */
  void completed(Entry entry, Leg leg, @Nullable Party by, Lasted lasted) {
    Call call = served(entry, leg, lasted);
    if (call != null) {
      Service service = services.remove(call, leg, entry.at() - lasted.talk());
      long at = endOf(call, service, EventType.INTERACTION_ENDED, entry.at());
      EventDraft draft = draft(EventType.INTERACTION_ENDED, leg, call);
      entry.tell(EventType.INTERACTION_ENDED, at, draft.set(EventField.BY, by));
      call.ended = call.over();
      wrapsUp(entry, call, service, at);
    }
  }

  /** The agent handed the caller on. Another queue tells its own beginning. */
  void transferred(Entry entry, Leg leg, Lasted lasted) {
    Call call = served(entry, leg, lasted);
    if (call != null) {
      Service service = services.remove(call, leg, entry.at() - lasted.talk());
      long at = endOf(call, service, EventType.INTERACTION_TRANSFERRED, entry.at());
      entry.tell(
          EventType.INTERACTION_TRANSFERRED,
          at,
          draft(EventType.INTERACTION_TRANSFERRED, leg, call));
      wrapsUp(entry, call, service, at);
      call.moved = true;
      services.swap(call, leg.call());
    }
  }

  /** The agent puts the caller on hold, or comes back. */
  void held(Entry entry, Call call, boolean held) {
    if (call.held != held) {
      call.held = held;
      EventType type = held ? EventType.INTERACTION_HELD : EventType.INTERACTION_RESUMED;
      Service service = call.services.get(call.services.size() - 1);
      Leg leg = new Leg(call.id, service.queue, service.agent);
      entry.tell(type, call.stamp(type, entry.at()), draft(type, leg, call));
    }
  }

  /** The caller gave up. */
  void abandoned(Entry entry, Leg leg, Lasted lasted) {
    if (overBefore(entry, leg, lasted)) {
      return;
    }
    Call call = waiter(entry, leg, lasted);
    call.waitingIn = null;
    call.ended = true;
    long at = call.stamp(EventType.INTERACTION_ABANDONED, entry.at());
    entry.tell(
        EventType.INTERACTION_ABANDONED, at, draft(EventType.INTERACTION_ABANDONED, leg, call));
  }

  /** It left the queue unserved, and not by giving up. */
  void left(Entry entry, Leg leg, DequeueReason reason) {
    left(entry, leg, reason, Lasted.UNSAID);
  }

  void left(Entry entry, Leg leg, DequeueReason reason, Lasted lasted) {
    if (overBefore(entry, leg, lasted)) {
      return;
    }
    Call call = waiter(entry, leg, lasted);
    call.waitingIn = null;
    long at = call.stamp(EventType.INTERACTION_DEQUEUED, entry.at());
    EventDraft draft = draft(EventType.INTERACTION_DEQUEUED, leg, call);
    entry.tell(EventType.INTERACTION_DEQUEUED, at, draft.set(EventField.REASON, reason.wire()));
  }

  /**
   * The caller is gone: of whoever had left unserved, or was handed on, only this tells the end.
   */
  void hungUp(Entry entry, Call call) {
    if (call.over() && !call.ended) {
      call.ended = true;
      long at = call.stamp(EventType.INTERACTION_ENDED, entry.at());
      Leg leg = new Leg(call.id, "", "");
      entry.tell(EventType.INTERACTION_ENDED, at, draft(EventType.INTERACTION_ENDED, leg, call));
    }
  }

  /** After-call work is over. */
  void wrappedUp(Entry entry, WrapUp wrapUp) {
    if (!wrapUp.call.isEmpty()) {
      EventType type = EventType.INTERACTION_WRAPPED_UP;
      entry.tell(type, entry.at(), draft(type, new Leg(wrapUp.call, wrapUp.queue, wrapUp.agent)));
    }
    agents.settle(entry, wrapUp.agent);
  }

  /**
   * Asterisk started anew: whatever was open is lost, which the event says of all of it at once.
   */
  void restarted(Entry entry) {
    entry.tell(EventType.SOURCE_RESTARTED, entry.at(), new EventDraft(EventType.SOURCE_RESTARTED));
    state.calls.clear();
    state.aliases.clear();
    state.wrapUps.clear();
    agents.dropped(entry);
  }

  /** Asterisk may tell an end twice, as when it gives up a call that no codec could join. */
  private boolean overBefore(Entry entry, Leg leg, Lasted lasted) {
    Call call = find(leg.call());
    return call != null && call.over() && call.changedAt > entry.at() - lasted.hold();
  }

  private void queued(Entry entry, Call call, String queue, Caller caller) {
    call.supersede(entry.at());
    call.waitingIn = queue;
    call.ended = false;
    call.joinedAt = call.stamp(EventType.INTERACTION_QUEUED, entry.at());
    entry.tell(
        EventType.INTERACTION_QUEUED,
        call.joinedAt,
        draft(EventType.INTERACTION_QUEUED, new Leg(call.id, queue, ""))
            .set(EventField.CUSTOMER, caller.number())
            .set(EventField.ATTRIBUTES, caller.attributes()));
  }

  /** The call that waits there; where nobody saw it come, it came as long ago as it has waited. */
  private Call waiter(Entry entry, Leg leg, Lasted lasted) {
    Call call = services.waiter(leg, entry.at() - lasted.hold());
    if (call == null) {
      call = state.calls.computeIfAbsent(leg.call(), CallBook::named);
    }
    if (!call.waits(leg.queue()) && lasted.hold() >= 0) {
      Entry missed = entry.missed(lasted.hold());
      queued(missed, call, leg.queue(), Caller.UNKNOWN);
    }
    return call;
  }

  /**
   * The call in that agent's service; where nobody saw it answered, it was answered as long ago as
   * it has lasted; null when it is known and not in service, for then it ended before.
   */
  private @Nullable Call served(Entry entry, Leg leg, Lasted lasted) {
    Call call = services.served(leg, entry.at() - lasted.talk());
    if (call != null) {
      return call;
    }
    if (state.calls.containsKey(leg.call()) || leg.call().isEmpty() || lasted.talk() < 0) {
      return null;
    }
    answered(entry.missed(lasted.talk()), leg, lasted);
    return find(leg.call());
  }

  private static long endOf(Call call, Service service, EventType type, long at) {
    if (service.supersededAt == 0) {
      return call.stamp(type, at);
    }
    // The next queue or agent was told of before this end: it came first all the same.
    return Math.max(service.answeredAt, Math.min(at, service.supersededAt - 1));
  }

  private void wrapsUp(Entry entry, Call call, Service service, long endedAt) {
    WrapUp wrapUp = new WrapUp();
    wrapUp.id = entry.id() + "/after";
    wrapUp.call = call.id;
    wrapUp.queue = service.queue;
    wrapUp.agent = service.agent;
    wrapUp.endsAt =
        endedAt + agents.wrapUp(service.agent, Times.SECOND * options.wrapUp().toSeconds());
    agents.letGo(entry, service.agent, wrapUp.endsAt);
    if (wrapUp.endsAt <= entry.at()) {
      wrappedUp(new Entry(wrapUp.id, wrapUp.endsAt, entry.told()), wrapUp);
    } else {
      state.wrapUps.put(wrapUp.id, wrapUp);
    }
  }

  private EventDraft draftOf(EventType type, Leg leg) {
    Call call = find(leg.call());
    return call == null ? draft(type, leg) : draft(type, leg, call);
  }

  private static EventDraft draft(EventType type, Leg leg, Call call) {
    return draft(type, leg).set(EventField.INTERACTION, call.id);
  }

  private static EventDraft draft(EventType type, Leg leg) {
    return new EventDraft(type)
        .set(EventField.INTERACTION, leg.call())
        .set(EventField.CHANNEL, Channel.VOICE)
        .set(EventField.QUEUE, leg.queue())
        .set(EventField.AGENT, leg.agent());
  }

  private static Call named(String id) {
    Call call = new Call();
    call.id = id;
    return call;
  }
}
