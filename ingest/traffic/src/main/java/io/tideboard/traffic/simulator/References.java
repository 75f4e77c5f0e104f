// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.traffic.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the lines that a scenario's parts speak of are described in it. */
final class References {

  private final List<QueueProfile> queues;
  private final Set<String> lines = new HashSet<>();

  References(List<QueueProfile> queues) {
    this.queues = queues;
    for (QueueProfile queue : queues) {
      if (!lines.add(queue.line())) {
        throw new IllegalArgumentException("line '" + queue.line() + "' is described twice");
      }
    }
  }

  void check(List<AssistantProfile> assistants, List<Team> teams) {
    Set<String> served = new HashSet<>();
    for (Team team : teams) {
      team.lines().forEach(this::require);
      served.addAll(team.lines());
    }
    for (QueueProfile queue : queues) {
      if (!served.contains(queue.line())) {
        throw new IllegalArgumentException("line '" + queue.line() + "' is served by no team");
      }
      requireOnward(queue);
    }
    assistants.forEach(assistant -> require(assistant.escalatesTo()));
  }

  private void requireOnward(QueueProfile queue) {
    String medium = "/" + queue.channel().wire();
    queue.after().ways().forEach(way -> require(way.to() + medium));
    Waiting.Overflow overflow = queue.ways().overflow();
    if (overflow != null) {
      require(overflow.to() + medium);
    }
  }

  private void require(String line) {
    if (!lines.contains(line)) {
      throw new IllegalArgumentException(
          "line '" + line + "' is not described, did you mean '" + Nearest.to(line, lines) + "'?");
    }
  }
}
