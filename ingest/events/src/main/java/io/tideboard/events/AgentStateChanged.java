// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent is in a state from the event's time on.
 *
 * @param reason why, in the center's own words, such as a pause reason
 * @param queues the queues served; empty when not said
 * @param capacity how many contacts at once by channel; empty when not said
 */
public record AgentStateChanged(
    EventHeader header,
    String agent,
    AgentState state,
    @Nullable String reason,
    List<String> queues,
    Map<Channel, Integer> capacity)
    implements Event {

  public AgentStateChanged {
    Limits.text("agent", agent, Limits.ID);
    reason = Limits.optionalText("reason", reason, Limits.NAME);
    Limits.queues(queues);
    queues = List.copyOf(queues);
    capacity.forEach((channel, n) -> requireCapacity(channel, n));
    capacity = Map.copyOf(capacity);
  }

  @Override
  public EventType type() {
    return EventType.AGENT_STATE;
  }

  @Override
  public String key() {
    return agent;
  }

  private static void requireCapacity(Channel channel, int n) {
    if (n < 0 || n > 1000) {
      throw new InvalidEvent(
          ErrorCode.INVALID_VALUE,
          "capacity." + channel.wire(),
          String.valueOf(n),
          "a number from 0 to 1000");
    }
  }

  @Override
  public void describe(FieldWriter out) throws IOException {
    out.text(EventField.AGENT, agent);
    out.choice(EventField.STATE, state);
    out.optional(EventField.REASON, reason);
    if (!queues.isEmpty()) {
      out.texts(EventField.QUEUES, queues);
    }
    if (!capacity.isEmpty()) {
      out.capacity(EventField.CAPACITY, capacity);
    }
  }

  @Override
  public AgentStateChanged withHeader(EventHeader header) {
    return new AgentStateChanged(header, agent, state, reason, queues, capacity);
  }
}
