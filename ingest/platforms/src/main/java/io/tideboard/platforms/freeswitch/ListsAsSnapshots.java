// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import static io.tideboard.platforms.freeswitch.Happening.draft;

import io.tideboard.events.AgentSnapshot.Standing;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.QueueSnapshot.Waiting;
import io.tideboard.platforms.freeswitch.CallcenterState.Agent;
import io.tideboard.platforms.freeswitch.CallcenterState.Member;
import io.tideboard.platforms.telephony.EventIds;
import io.tideboard.platforms.telephony.Texts;
import io.tideboard.platforms.telephony.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What mod_callcenter lists as snapshots, corrected by what was heard since it was asked. */
final class ListsAsSnapshots {

  private static final int MOST = 10_000;

  private final CallcenterState state;
  private final Members members;
  private final Agents agents;
  private final FreeSwitchOptions options;

  ListsAsSnapshots(
      CallcenterState state, Members members, Agents agents, FreeSwitchOptions options) {
    this.state = state;
    this.members = members;
    this.agents = agents;
    this.options = options;
  }

  void tell(Happening happening, CallcenterLists lists) {
    Map<String, Map<String, Waiting>> queues = new LinkedHashMap<>();
    lists.queueNames().forEach(name -> queues.put(EventIds.fit(name), new LinkedHashMap<>()));
    Map<String, Boolean> listed = new LinkedHashMap<>();
    for (Map<String, String> row : CallcenterLists.rows(lists.members())) {
      waits(happening, row, queues, listed);
    }
    repair(happening, queues, listed);
    queues.forEach((queue, line) -> tellQueue(happening, queue, List.copyOf(line.values())));
    tellAgents(happening, lists);
  }

  private void waits(
      Happening happening,
      Map<String, String> row,
      Map<String, Map<String, Waiting>> queues,
      Map<String, Boolean> listed) {
    // Whoever gave up stays listed, for coming back: it has no session and does not wait.
    String id = EventIds.fit(row.getOrDefault("session_uuid", ""));
    String queue = EventIds.fit(row.getOrDefault("queue", ""));
    String is = row.getOrDefault("state", "");
    if (id.isEmpty() || queue.isEmpty() || is.equals("Abandoned")) {
      return;
    }
    listed.put(id, true);
    if (!is.equals("Waiting") && !is.equals("Trying")) {
      return;
    }
    Member known = state.members.get(id);
    if (known != null && known.changedAt >= happening.at() && !queue.equals(known.waitingIn)) {
      return;
    }
    if (known == null || !queue.equals(known.waitingIn)) {
      long rejoined = Times.ofSeconds(row.get("rejoined_epoch"));
      long joined = rejoined > 0 ? rejoined : Times.ofSeconds(row.get("joined_epoch"));
      long since = joined > 0 && joined <= happening.at() ? joined : happening.at();
      Happening then = new Happening(EventIds.of(id, queue, since), since, happening.told());
      EventDraft caller =
          draft(EventType.INTERACTION_QUEUED, id, queue, "")
              .set(EventField.CUSTOMER, Texts.caller(row.get("cid_number")));
      members.queued(then, id, queue, caller);
    }
    Waiting waiting = new Waiting(id, Times.instant(state.member(id).joinedAt));
    queues.computeIfAbsent(queue, unknown -> new LinkedHashMap<>()).put(id, waiting);
  }

  /** Those of whom the lists know nothing more have left while nobody listened. */
  private void repair(
      Happening happening, Map<String, Map<String, Waiting>> queues, Map<String, Boolean> listed) {
    for (Member member : List.copyOf(state.members.values())) {
      String queue = member.waitingIn;
      if (listed.containsKey(member.id)) {
        continue;
      }
      if (member.changedAt >= happening.at()) {
        if (queue != null) {
          queues
              .computeIfAbsent(queue, unknown -> new LinkedHashMap<>())
              .put(member.id, new Waiting(member.id, Times.instant(member.joinedAt)));
        }
      } else {
        members.ended(
            new Happening(happening.id() + "/" + member.id, happening.at(), happening.told()),
            member,
            null);
        state.members.remove(member.id);
      }
    }
  }

  private static void tellQueue(Happening happening, String queue, List<Waiting> line) {
    new Happening(happening.id() + "/" + queue, happening.at(), happening.told())
        .tell(
            EventType.QUEUE_SNAPSHOT,
            happening.at(),
            new EventDraft(EventType.QUEUE_SNAPSHOT)
                .set(EventField.QUEUE, queue)
                .set(EventField.WAITING, line.subList(0, Math.min(MOST, line.size()))));
  }

  private void tellAgents(Happening happening, CallcenterLists lists) {
    Map<String, List<String>> queues = new LinkedHashMap<>();
    for (Map<String, String> row : CallcenterLists.rows(lists.tiers())) {
      String name = CallcenterEvents.name(row.getOrDefault("agent", ""), options);
      List<String> served = queues.computeIfAbsent(name, unknown -> new ArrayList<>());
      if (served.size() < 256 && !row.getOrDefault("queue", "").isEmpty()) {
        served.add(EventIds.fit(row.getOrDefault("queue", "")));
      }
    }
    List<Standing> standings = new ArrayList<>();
    for (Map<String, String> row : CallcenterLists.rows(lists.agents())) {
      String name = CallcenterEvents.name(row.getOrDefault("name", ""), options);
      if (name.isEmpty() || standings.size() >= MOST) {
        continue;
      }
      Agent agent = state.agent(name);
      boolean unknown = agent.told == null;
      agent.status = row.getOrDefault("status", "");
      agent.state = row.getOrDefault("state", "");
      agent.wrapUp = Math.min(3600, Texts.whole(row.get("wrap_up_time"), -1));
      agent.queues = List.copyOf(queues.getOrDefault(name, List.of()));
      agents.settle(happening, name);
      long changed = Times.ofSeconds(row.get("last_status_change"));
      if (unknown && changed > 0 && changed <= happening.at()) {
        agent.toldSince = changed;
      }
      if (agent.told != null) {
        standings.add(new Standing(name, agent.told, Times.instant(agent.toldSince), agent.queues));
      }
    }
    happening.tell(
        EventType.AGENT_SNAPSHOT,
        happening.at(),
        new EventDraft(EventType.AGENT_SNAPSHOT).set(EventField.AGENTS, standings));
  }
}
