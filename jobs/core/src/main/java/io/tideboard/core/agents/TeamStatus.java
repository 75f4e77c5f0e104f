// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.results.QueueStatus.Freshness;
import io.tideboard.events.AgentState;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How the team of a queue stands at one moment: what {@code tideboard.queues} carries under {@code
 * queue/*}. Times, not ratios.
 *
 * @param queue which queue
 * @param freshness how recent it is
 * @param agents how many are in each state; those in which nobody is are left out
 * @param scheduled how many are planned now; empty where no schedule was published
 * @param repairs what was put right since the beginning, in the order of {@link Repair}
 * @param today since the queue's day began
 * @param windows the last 5, 15, 30 and 60 minutes
 */
public record TeamStatus(
    String queue,
    Freshness freshness,
    Map<AgentState, Integer> agents,
    OptionalInt scheduled,
    List<Long> repairs,
    TeamTimes today,
    List<TeamTimes> windows) {

  /** The channel under which a team is published: every one. */
  public static final String EVERY_CHANNEL = "*";

  public TeamStatus {
    agents = Map.copyOf(agents);
    repairs = List.copyOf(repairs);
    windows = List.copyOf(windows);
  }

  /** The key in the topic: {@code queue/*}. */
  public String wire() {
    return queue + "/" + EVERY_CHANNEL;
  }
}
