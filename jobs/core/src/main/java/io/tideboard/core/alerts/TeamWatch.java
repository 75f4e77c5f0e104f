// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.events.AgentState;
import java.util.List;
import java.util.Set;

/** How a queue's team stands against its rules: whether anybody works at all. */
public final class TeamWatch {

  private static final Set<AgentState> WORKING =
      Set.of(AgentState.AVAILABLE, AgentState.BUSY, AgentState.WRAP_UP);

  private TeamWatch() {}

  /** What is found; the queue's channels know its hours. */
  public static Reading read(TeamStatus status) {
    long now = status.freshness().asOf();
    int working =
        status.agents().entrySet().stream()
            .filter(entry -> WORKING.contains(entry.getKey()))
            .mapToInt(entry -> entry.getValue())
            .sum();
    return reading(
        status.queue(),
        now,
        working > 0
            ? List.of()
            : List.of(new Finding(AlertKind.NOBODY_SERVING, Level.CRITICAL, 0, 0, now)));
  }

  /** Of a queue of whose agents nothing is known any more, which says nothing about who serves. */
  public static Reading unknown(String queue, long now) {
    return reading(queue, now, List.of());
  }

  private static Reading reading(String queue, long now, List<Finding> findings) {
    return new Reading(new QueueKey(queue, TeamStatus.EVERY_CHANNEL), now, true, findings);
  }
}
