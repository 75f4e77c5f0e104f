// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import io.tideboard.events.AgentState;
import io.tideboard.events.Channel;
import io.tideboard.events.Limits;
import io.tideboard.platforms.support.AgentStates;
import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot shows of an agent: Connect's status is only what the agent has chosen, the
 * contacts tell the rest.
 *
 * @param since when the status or the contact's state began; null when not told
 */
record AgentPicture(
    AgentState state,
    @Nullable String reason,
    @Nullable Instant since,
    List<String> queues,
    Map<Channel, Integer> capacity) {

  /** Who is logged out has no snapshot, also in the heartbeats of up to an hour afterwards. */
  static final AgentPicture LOGGED_OUT =
      new AgentPicture(AgentState.OFFLINE, null, null, List.of(), Map.of());

  static AgentPicture of(Payload event, String snapshotName, Names names) {
    Payload snapshot = event.optional(snapshotName);
    if (snapshot == null) {
      return LOGGED_OUT;
    }
    AgentPicture chosen = chosen(snapshot);
    if (chosen.state == AgentState.OFFLINE) {
      return chosen;
    }
    Payload profile = snapshot.at("configuration").at("routingProfile");
    AgentPicture doing = atWork(snapshot, chosen);
    return new AgentPicture(
        doing.state, doing.reason, doing.since, queues(profile, names), capacity(profile));
  }

  /** The status; or the next one, which stops routing as soon as it is chosen. */
  private static AgentPicture chosen(Payload snapshot) {
    Payload next = snapshot.optional("nextAgentStatus");
    boolean changes = next != null && next.has("name");
    Payload status = snapshot.at(changes ? "nextAgentStatus" : "agentStatus");
    String name = status.neededText("name");
    String type = status.text("type");
    AgentState state =
        switch (type == null ? "" : type.toUpperCase(Locale.ROOT)) {
          case "ROUTABLE" -> AgentState.AVAILABLE;
          case "OFFLINE" -> AgentState.OFFLINE;
          default -> AgentStates.named(name);
        };
    return new AgentPicture(
        state,
        AgentStates.reason(name),
        Arns.time(status, changes ? "enqueuedTimestamp" : "startTimestamp"),
        List.of(),
        Map.of());
  }

  /**
   * By Connect's order of activities, except that an agent who talks is busy whatever else there
   * is: a missed contact stops routing until the agent clears it.
   */
  private static AgentPicture atWork(Payload snapshot, AgentPicture chosen) {
    AgentPicture best = chosen;
    int rank = 0;
    for (Payload contact : snapshot.objects("contacts")) {
      String state = contact.text("state");
      ContactState now = ContactState.of(state);
      if (now.rank() > rank) {
        rank = now.rank();
        best =
            new AgentPicture(
                now.agentState(),
                AgentStates.reason(String.valueOf(state).toLowerCase(Locale.ROOT)),
                Arns.time(contact, "stateStartTimestamp"),
                List.of(),
                Map.of());
      }
    }
    return best;
  }

  /** The named queues: an agent's own has no name. */
  private static List<String> queues(Payload profile, Names names) {
    List<String> queues = new ArrayList<>();
    for (Payload queue : profile.objects("inboundQueues")) {
      String name = queue.text("name");
      String known = name == null ? null : Arns.queue(names, queue.text("arn"), name);
      if (known != null && queues.size() < Limits.QUEUES) {
        queues.add(known);
      }
    }
    return queues;
  }

  private static Map<Channel, Integer> capacity(Payload profile) {
    Map<Channel, Integer> capacity = new EnumMap<>(Channel.class);
    for (Payload channel : profile.objects("concurrency")) {
      String name = channel.text("channel");
      Long slots = channel.whole("maximumSlots");
      if (name != null && slots != null && slots >= 0 && slots <= 1000) {
        switch (name.toUpperCase(Locale.ROOT)) {
          case "VOICE" -> capacity.put(Channel.VOICE, slots.intValue());
          case "CHAT" -> capacity.put(Channel.CHAT, slots.intValue());
          case "EMAIL" -> capacity.put(Channel.EMAIL, slots.intValue());
          default -> {}
        }
      }
    }
    return capacity;
  }
}
