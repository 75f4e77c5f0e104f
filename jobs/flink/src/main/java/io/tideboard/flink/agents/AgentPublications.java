// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.AgentResults;
import io.tideboard.core.agents.AgentStatus;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.events.Topics;
import io.tideboard.flink.live.Publication;

/** The records that are published of agents and teams. */
final class AgentPublications {

  private AgentPublications() {}

  static Publication of(AgentStatus status) {
    return new Publication(Topics.AGENTS, status.agent(), AgentResults.write(status));
  }

  static Publication of(TeamStatus status) {
    return new Publication(Topics.QUEUES, status.wire(), AgentResults.write(status));
  }

  static Publication of(TeamRow row) {
    return new Publication(Topics.INTERVALS, row.wire(), AgentResults.write(row));
  }

  /** Nothing is known of the agent any more. */
  static Publication withoutAgent(String agent) {
    return Publication.ofNothing(Topics.AGENTS, agent);
  }

  /** The queue has no team any more. */
  static Publication withoutTeam(String queue) {
    return Publication.ofNothing(Topics.QUEUES, queue + "/" + TeamStatus.EVERY_CHANNEL);
  }
}
