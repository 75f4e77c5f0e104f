// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The platform's own list of its agents and their states, to repair what was missed. */
public record AgentSnapshot(EventHeader header, List<Standing> agents) implements Event {

  /** One agent's state, and since when; {@code queues} is empty when not said. */
  public record Standing(String agent, AgentState state, Instant since, List<String> queues) {
    public Standing {
      Limits.text("agents.agent", agent, Limits.ID);
      Limits.time("agents.since", since);
      since = Limits.micros(since);
      Limits.queues(queues);
      queues = List.copyOf(queues);
    }
  }

  public AgentSnapshot {
    Limits.size("agents", agents.size(), Limits.SNAPSHOT);
    agents = List.copyOf(agents);
  }

  @Override
  public EventType type() {
    return EventType.AGENT_SNAPSHOT;
  }

  @Override
  public String key() {
    return header.source();
  }

  @Override
  public void describe(FieldWriter out) throws IOException {
    out.standings(EventField.AGENTS, agents);
  }

  @Override
  public AgentSnapshot withHeader(EventHeader header) {
    return new AgentSnapshot(header, agents);
  }
}
