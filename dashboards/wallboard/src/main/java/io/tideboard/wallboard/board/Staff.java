// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.agents.AgentStatus;
import io.tideboard.core.agents.TeamStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The latest of every agent, and of the team of every queue. One thread tells it what came; any
 * thread may look.
 */
public final class Staff {

  /** So many who are gone are remembered, for viewers that have not been told yet. */
  private static final int MOST_GONE = 1_000;

  private final ConcurrentNavigableMap<String, AgentStanding> agents =
      new ConcurrentSkipListMap<>();
  // Looked up for every queue at every change that viewers are told of.
  private final Map<String, TeamStanding> teams = new ConcurrentHashMap<>();
  private final LinkedHashMap<String, Long> gone = new LinkedHashMap<>();

  Staff() {}

  /** Whether the status is news: no fresher one is here. */
  boolean take(AgentStatus status, Instant receivedAt, long sequence) {
    AgentStanding known = agents.get(status.agent());
    if (known != null && status.freshness().compareTo(known.status().freshness()) < 0) {
      return false;
    }
    agents.put(status.agent(), new AgentStanding(status, receivedAt, sequence));
    synchronized (gone) {
      gone.remove(status.agent());
    }
    return true;
  }

  /** Whether the status is news: no fresher one is here. */
  boolean take(TeamStatus status, Instant receivedAt, long sequence) {
    TeamStanding known = teams.get(status.queue());
    if (known != null && status.freshness().compareTo(known.status().freshness()) < 0) {
      return false;
    }
    teams.put(status.queue(), new TeamStanding(status, receivedAt, sequence));
    return true;
  }

  /** Nothing is known of the agent any more. */
  boolean forgetAgent(String agent, long sequence) {
    if (agents.remove(agent) == null) {
      return false;
    }
    synchronized (gone) {
      gone.put(agent, sequence);
      if (gone.size() > MOST_GONE) {
        gone.remove(gone.keySet().iterator().next());
      }
    }
    return true;
  }

  /** The queue has no team any more. */
  void forgetTeam(String queue) {
    teams.remove(queue);
  }

  /** Every agent, by name. */
  public List<AgentStanding> agents() {
    return List.copyOf(agents.values());
  }

  /** The agents that changed after that change of the board, by name. */
  public List<AgentStanding> agentsAfter(long sequence) {
    return agents.values().stream().filter(each -> each.sequence() > sequence).toList();
  }

  /** Every team, by queue. */
  public List<TeamStanding> teams() {
    return teams.values().stream()
        .sorted(Comparator.comparing(each -> each.status().queue()))
        .toList();
  }

  /** The team of a queue, or null. */
  @Nullable TeamStanding team(String queue) {
    return teams.get(queue);
  }

  /** Who is not known any more, since that change of the board. */
  public List<String> goneAfter(long sequence) {
    synchronized (gone) {
      return gone.entrySet().stream()
          .filter(each -> each.getValue() > sequence)
          .map(Map.Entry::getKey)
          .toList();
    }
  }
}
