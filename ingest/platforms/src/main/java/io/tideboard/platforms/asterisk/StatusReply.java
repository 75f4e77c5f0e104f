// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.AgentSnapshot.Standing;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.QueueSnapshot.Waiting;
import io.tideboard.platforms.telephony.EventIds;
import io.tideboard.platforms.telephony.Texts;
import io.tideboard.platforms.telephony.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code QueueStatus}: who waits where, and who serves. It becomes snapshots, by
 * which readers repair what was missed. Events go on between its lines, so it is the truth of its
 * beginning, corrected by what was heard since.
 */
final class StatusReply {

  private static final int MOST = 10_000;

  private final PbxState state;
  private final CallBook calls;
  private final Exits exits;
  private final MemberMessages members;
  private final Map<String, List<AmiMessage>> waiting = new LinkedHashMap<>();
  private final List<AmiMessage> serving = new ArrayList<>();
  private @Nullable Entry begun;

  StatusReply(PbxState state, CallBook calls, Exits exits, MemberMessages members) {
    this.state = state;
    this.calls = calls;
    this.exits = exits;
    this.members = members;
  }

  /** Takes the message, if it is part of an answer, and tells the answer when it is whole. */
  boolean tell(Entry entry, AmiMessage message) {
    String queue = EventIds.fit(message.text("Queue"));
    if (message.text("Message").startsWith("Queue status will follow")) {
      forget();
      begun = entry;
      return true;
    }
    switch (message.event()) {
      case "QueueParams" -> {
        begun = begun == null ? entry : begun;
        waiting.putIfAbsent(queue, new ArrayList<>());
      }
      case "QueueMember" -> {
        if (serving.size() < MOST) {
          serving.add(message);
        }
      }
      case "QueueEntry" -> {
        List<AmiMessage> line = waiting.computeIfAbsent(queue, unknown -> new ArrayList<>());
        if (line.size() < MOST) {
          line.add(message);
        }
      }
      case "QueueStatusComplete" -> {
        Entry at = begun == null ? entry : begun;
        complete(new Entry(EventIds.of("QueueStatus", at.at()), at.at(), entry.told()));
        forget();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** What has been read of an answer is not the whole of it, and so is nothing. */
  void forget() {
    waiting.clear();
    serving.clear();
    begun = null;
  }

  private void complete(Entry entry) {
    waiting.forEach((queue, line) -> tellQueue(entry, queue, line));
    List<Standing> standings = new Standings(state, calls, members).of(entry, serving);
    entry.tell(
        EventType.AGENT_SNAPSHOT,
        entry.at(),
        new EventDraft(EventType.AGENT_SNAPSHOT).set(EventField.AGENTS, standings));
  }

  private void tellQueue(Entry entry, String queue, List<AmiMessage> line) {
    Map<String, Waiting> list = new LinkedHashMap<>();
    for (AmiMessage each : line) {
      waits(entry, new Leg(each.text("Uniqueid"), queue, ""), each, list);
    }
    for (Call call : state.calls.values()) {
      // A caller without an id was refused, and cannot be on a list either.
      if (call.waits(queue) && !call.id.isEmpty() && !list.containsKey(call.id)) {
        if (call.joinedAt >= entry.at()) {
          list.put(call.id, new Waiting(call.id, Times.instant(call.joinedAt)));
        } else if (!exits.pending(call.id)) {
          // It left while nobody listened; that it is not in the list tells so.
          call.waitingIn = null;
          call.ended = true;
        }
      }
    }
    entry
        .named(queue)
        .tell(
            EventType.QUEUE_SNAPSHOT,
            entry.at(),
            new EventDraft(EventType.QUEUE_SNAPSHOT)
                .set(EventField.QUEUE, queue)
                .set(EventField.WAITING, list.values().stream().limit(MOST).toList()));
  }

  private void waits(Entry entry, Leg leg, AmiMessage message, Map<String, Waiting> list) {
    if (leg.call().isEmpty()) {
      return;
    }
    Call known = calls.find(leg.call());
    if (known != null && !known.waits(leg.queue()) && known.changedAt >= entry.at()) {
      return;
    }
    if (known == null || !known.waits(leg.queue())) {
      long second = entry.at() - Math.floorMod(entry.at(), Times.SECOND);
      long hold = Lasted.ofSeconds(message.get("Wait"), null).hold();
      long since = second - Math.max(0, hold);
      String id = EventIds.of(leg.call(), "QueueEntry", leg.queue(), since);
      calls.joined(
          new Entry(id, since, entry.told()),
          leg,
          new Caller(Texts.caller(message.get("CallerIDNum")), Map.of()));
    }
    Call call = calls.find(leg.call());
    if (call != null) {
      list.put(call.id, new Waiting(call.id, Times.instant(call.joinedAt)));
    }
  }
}
