// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import static io.tideboard.platforms.freeswitch.Happening.draft;

import io.tideboard.events.DeclineReason;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.telephony.EventIds;
import io.tideboard.platforms.telephony.Texts;
import io.tideboard.platforms.telephony.Times;
import io.tideboard.platforms.telephony.Told;
import java.time.Instant;
import java.util.Map;

/**
 * Events of mod_callcenter as events. The interaction is the caller's session, which stays the same
 * from queue to queue. The ids are made of the core's UUID and its event sequence. No clock and no
 * input: what must be remembered is handed in, and time is an argument. Not for several threads.
 */
public final class CallcenterEvents {

  private final FreeSwitchOptions options;
  private final CallcenterState state;
  private final Agents agents;
  private final Members members;
  private final Cores cores;
  private final QueueEnds ends;

  /**
   * Goes on from that state.
   *
   * @param state changed by every event
   */
  public CallcenterEvents(FreeSwitchOptions options, CallcenterState state) {
    this.options = options;
    this.state = state;
    this.agents = new Agents(state, options);
    this.members = new Members(state, agents);
    this.cores = new Cores(state, agents);
    this.ends = new QueueEnds(state, members);
  }

  /**
   * What an event tells.
   *
   * @param receivedAt when it arrived; its own time counts before it
   */
  public Translation on(EslEvent event, Instant receivedAt) {
    Told told = new Told(options.source());
    Happening happening = happening(event, Times.micros(receivedAt), told);
    cores.seen(happening, event.text("Core-UUID"));
    members.wrapUpsEnd(happening);
    if (!event.text("Event-Subclass").equals("callcenter::info")) {
      told.ignore(event.text("Event-Name"));
    } else {
      tell(happening, event);
    }
    state.tidy(happening.at());
    return told.translation();
  }

  /** Time has gone on without an event. */
  public Translation tick(Instant now) {
    Told told = new Told(options.source());
    members.wrapUpsEnd(new Happening("", Times.micros(now) + state.shift, told));
    return told.translation();
  }

  /**
   * Which core answers, and for how long it has been running: asked after every connection, because
   * a new core says nothing of the calls of the one before.
   *
   * @param upSeconds less than 0 when it does not say
   */
  public Translation core(String uuid, long upSeconds, Instant now) {
    Told told = new Told(options.source());
    long at = Times.micros(now) + state.shift;
    cores.answers(new Happening("", at, told), uuid, upSeconds);
    return told.translation();
  }

  /**
   * The platform's own lists, as snapshots.
   *
   * @param askedAt when the first of them was asked for
   */
  public Translation lists(CallcenterLists lists, Instant askedAt) {
    Told told = new Told(options.source());
    long at = Times.micros(askedAt) + state.shift;
    Happening happening =
        new Happening(EventIds.of("lists", String.valueOf(state.core), at), at, told);
    new ListsAsSnapshots(state, members, agents, options).tell(happening, lists);
    return told.translation();
  }

  private void tell(Happening happening, EslEvent event) {
    String queue = EventIds.fit(event.text("CC-Queue"));
    String agent = name(event.text("CC-Agent"), options);
    String id = session(event);
    switch (event.text("CC-Action")) {
      case "member-queue-start", "member-queue-resume" ->
          members.queued(happening, id, queue, caller(event, id, queue));
      // May come before the start of the same member, and needs none.
      case "agent-offering" -> {
        EventType type = EventType.INTERACTION_OFFERED;
        happening.tell(type, happening.at(), draft(type, id, queue, agent));
      }
      case "bridge-agent-start" -> {
        members.queuedUnseen(
            happening, id, queue, Times.ofSeconds(event.get("CC-Member-Joined-Time")));
        members.connecting(happening, id, queue, agent);
      }
      case "bridge-agent-fail" -> failed(happening, event, draftOf(id, queue, agent));
      case "bridge-agent-end" -> ends.bridgeEnded(happening, event, draftOf(id, queue, agent));
      case "member-queue-end" -> ends.queueEnded(happening, event, new String[] {id, queue, agent});
      case "agent-status-change" -> agents.status(happening, agent, event.text("CC-Agent-Status"));
      case "agent-state-change" -> {
        if (event.text("CC-Agent-State").equals("In a queue call")) {
          members.connected(happening, agent);
        }
        agents.state(happening, agent, event.text("CC-Agent-State"));
      }
      default -> happening.told().ignore(event.text("CC-Action"));
    }
  }

  /**
   * Not every failed offer is the agent's doing: others may have been faster, or the caller gone.
   */
  private static void failed(Happening happening, EslEvent event, EventDraft draft) {
    String cause = event.text("CC-Hangup-Cause");
    switch (cause) {
      case "LOSE_RACE", "ORIGINATOR_CANCEL" ->
          happening.told().ignore("bridge-agent-fail " + cause);
      case "CALL_REJECTED", "USER_BUSY" -> declined(happening, draft, DeclineReason.REJECTED);
      default -> declined(happening, draft, DeclineReason.NO_ANSWER);
    }
  }

  static void declined(Happening happening, EventDraft draft, DeclineReason reason) {
    happening.tell(
        EventType.INTERACTION_DECLINED,
        happening.at(),
        draft.set(EventField.REASON, reason.wire()));
  }

  private static EventDraft draftOf(String id, String queue, String agent) {
    return draft(EventType.INTERACTION_DECLINED, id, queue, agent);
  }

  private static EventDraft caller(EslEvent event, String id, String queue) {
    String member = Texts.cut(event.get("CC-Member-UUID"), 256);
    return draft(EventType.INTERACTION_QUEUED, id, queue, "")
        .set(EventField.CUSTOMER, Texts.caller(event.get("CC-Member-CID-Number")))
        .set(EventField.ATTRIBUTES, member == null ? Map.of() : Map.of("member", member));
  }

  private static String session(EslEvent event) {
    String session = event.text("CC-Member-Session-UUID");
    return EventIds.fit(session.isEmpty() ? event.text("CC-Member-UUID") : session);
  }

  static String name(String agent, FreeSwitchOptions options) {
    return EventIds.fit(options.agentNames().getOrDefault(agent, agent));
  }

  /** Its own time is in microseconds; what begins with CC is in seconds. */
  private Happening happening(EslEvent event, long received, Told told) {
    long written = Times.ofMicros(event.get("Event-Date-Timestamp"));
    long at = written > 0 ? written : received + state.shift;
    state.shift = at - received;
    String sequence = event.text("Event-Sequence");
    String id =
        sequence.isEmpty()
            ? EventIds.of(event.text("CC-Action"), session(event), event.text("CC-Agent"), at)
            : EventIds.of(event.text("Core-UUID"), sequence);
    return new Happening(id, at, told);
  }
}
