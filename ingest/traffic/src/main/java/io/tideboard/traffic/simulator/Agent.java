// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.AgentState;
import io.tideboard.events.Channel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person at work. */
final class Agent {

  /** A state to go into as soon as the desk is empty, until {@code end} of it in milliseconds. */
  record Plan(AgentState state, @Nullable String reason, long length) {}

  final String name;
  final List<Line> lines;
  final List<String> queues;
  final Map<Channel, Integer> capacity;

  AgentState state = AgentState.OFFLINE;

  /** Takes contacts. */
  boolean present;

  /** What comes when the work at hand is done; meanwhile nothing new is taken. */
  @Nullable Plan planned;

  /** Share of the desk in use, ringing and wrap-up included. */
  int load;

  int talking;
  int wrappingUp;
  long idleSince;

  /** Whether the events since the sign-in named the queues. */
  boolean saidQueues;

  Agent(String name, List<Line> lines) {
    this.name = name;
    this.lines = lines;
    this.queues = lines.stream().map(line -> line.profile.name()).distinct().toList();
    Map<Channel, Integer> most = new EnumMap<>(Channel.class);
    lines.forEach(line -> most.put(line.channel(), Media.capacity(line.channel())));
    this.capacity = Map.copyOf(most);
  }

  boolean takes(int weight) {
    return present && planned == null && load + weight <= Media.DESK;
  }
}
