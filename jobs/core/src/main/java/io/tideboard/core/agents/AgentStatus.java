// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.results.QueueStatus.Freshness;
import io.tideboard.events.AgentState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent does at one moment: what {@code tideboard.agents} carries.
 *
 * @param agent who
 * @param freshness how recent it is
 * @param doing what the agent does
 * @param interactions contacts in progress by channel; channels without any are left out
 * @param today how the day was spent so far
 */
public record AgentStatus(
    String agent, Freshness freshness, Doing doing, Map<String, Integer> interactions, Day today) {

  public AgentStatus {
    interactions = Map.copyOf(interactions);
  }

  /**
   * What an agent does.
   *
   * @param state the state that counts: who talks is busy, whatever is claimed
   * @param told the state that was told last; null when none was
   * @param reason why, in the center's own words, such as the reason of a pause
   * @param since since when, in microseconds
   * @param queues the queues to whose teams the agent belongs
   */
  public record Doing(
      AgentState state,
      @Nullable AgentState told,
      @Nullable String reason,
      long since,
      List<String> queues) {

    public Doing {
      queues = List.copyOf(queues);
    }
  }

  /**
   * How the day was spent; its states add up to the time signed in. In microseconds.
   *
   * @param states by state that counted; offline is not one of them
   * @param pauses the break, training, meeting and away among them by reason; under an empty name
   *     what had none
   */
  public record Day(Map<AgentState, Long> states, Map<String, Long> pauses) {

    public Day {
      states = Map.copyOf(states);
      pauses = Map.copyOf(pauses);
    }
  }
}
