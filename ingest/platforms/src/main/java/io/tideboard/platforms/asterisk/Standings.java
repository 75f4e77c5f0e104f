// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.AgentSnapshot.Standing;
import io.tideboard.events.AgentState;
import io.tideboard.platforms.asterisk.Call.Service;
import io.tideboard.platforms.telephony.EventIds;
import io.tideboard.platforms.telephony.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the answer to {@code QueueStatus} says of the agents. */
final class Standings {

  /** Younger than this, a conversation may have begun after the answer was written. */
  private static final long JUST_NOW = 2 * Times.SECOND;

  private final PbxState state;
  private final CallBook calls;
  private final MemberMessages members;

  Standings(PbxState state, CallBook calls, MemberMessages members) {
    this.state = state;
    this.calls = calls;
    this.members = members;
  }

  /** Takes over what is said of every member, and tells what has changed by it. */
  List<Standing> of(Entry entry, List<AmiMessage> serving) {
    state.agents.values().forEach(agent -> agent.queues.clear());
    Map<String, Long> since = new HashMap<>();
    Set<String> free = new HashSet<>();
    Set<String> inCall = new HashSet<>();
    for (AmiMessage message : serving) {
      Leg leg = new Leg("", message.text("Queue"), message.text("Name"));
      if (!leg.agent().isEmpty()) {
        members.learn(entry, leg, message);
        since.merge(leg.agent(), since(message, entry.at()), Math::max);
        String call = message.get("InCall");
        ("0".equals(call) ? free : inCall).add(leg.agent());
      }
    }
    free.removeAll(inCall);
    endServices(entry, free);
    List<Standing> standings = new ArrayList<>();
    for (String name : List.copyOf(state.agents.keySet())) {
      Standing standing = standing(entry, name, since.get(name));
      if (standing != null) {
        standings.add(standing);
      }
    }
    return standings;
  }

  /** Of whoever is in no call, the end of the conversation was missed. */
  private void endServices(Entry entry, Set<String> free) {
    for (Call call : List.copyOf(state.calls.values())) {
      for (Service service : List.copyOf(call.services)) {
        if (free.contains(service.agent) && service.answeredAt < entry.at() - JUST_NOW) {
          calls.completed(
              entry.named(call.id),
              new Leg(call.id, service.queue, service.agent),
              null,
              new Lasted(-1, entry.at() - service.answeredAt));
        }
      }
    }
  }

  private @Nullable Standing standing(Entry entry, String name, @Nullable Long since) {
    Agent agent = members.agents().agent(name);
    agent.loggedOff = agent.queues.isEmpty();
    boolean unknown = agent.told == null;
    members.agents().settle(entry, name);
    AgentState told = agent.told;
    if (told == null || agent.loggedOff) {
      return null;
    }
    if (unknown && since != null && told != AgentState.BUSY) {
      agent.toldSince = since;
    }
    List<String> queues = agent.serves();
    return new Standing(EventIds.fit(name), told, Times.instant(agent.toldSince), queues);
  }

  /** Since when a member is as it is, at the earliest. */
  private static long since(AmiMessage message, long at) {
    long latest = 0;
    String[] marks =
        message.text("Paused").equals("1")
            ? new String[] {"LastPause"}
            : new String[] {"LastPause", "LastCall", "LoginTime"};
    for (String mark : marks) {
      latest = Math.max(latest, Times.ofSeconds(message.get(mark)));
    }
    return latest > 0 && latest <= at ? latest : at;
  }
}
