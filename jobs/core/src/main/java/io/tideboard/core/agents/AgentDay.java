// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.events.AgentState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an agent spent the day so far, by state and, of pauses, by reason: kept up turn by turn, and
 * not summed up anew each time it is asked for.
 */
final class AgentDay implements TurnTaker {

  /** The name of the pauses for which no reason was told. */
  private static final String NO_REASON = "";

  private static final AgentState[] STATES = AgentState.values();

  private final long start;
  private final long[] states = new long[STATES.length];
  private final Map<String, Long> pauses = new HashMap<>();

  /**
   * @param start when the day began
   * @param runs what the agent did since then, first what then
   */
  AgentDay(long start, List<Run> runs) {
    this.start = start;
    for (int i = 1; i < runs.size(); i++) {
      turned(runs.get(i).from(), runs.get(i - 1).activity(), runs.get(i).activity(), 1);
    }
  }

  long start() {
    return start;
  }

  @Override
  public void turned(long at, Activity before, Activity after, int times) {
    long passed = Math.max(0, at - start);
    add(before, times * passed);
    add(after, -times * passed);
  }

  @Override
  public void repaired(Repair repair, List<String> queues, int times) {}

  private void add(Activity activity, long micros) {
    if (activity.signedIn()) {
      states[activity.state().ordinal()] += micros;
      if (pause(activity.state())) {
        pauses.merge(reasonOf(activity), micros, Long::sum);
      }
    }
  }

  /** How the day was spent up to an instant, at which the agent does that. */
  AgentStatus.Day until(long instant, Activity latest) {
    Map<AgentState, Long> byState = new TreeMap<>();
    Map<String, Long> byReason = new TreeMap<>();
    long passed = instant - start;
    for (AgentState state : STATES) {
      boolean on = latest.signedIn() && latest.state() == state;
      put(state, states[state.ordinal()] + (on ? passed : 0), byState);
    }
    boolean paused = latest.signedIn() && pause(latest.state());
    pauses.forEach(
        (reason, micros) ->
            put(
                reason,
                micros + (paused && reason.equals(reasonOf(latest)) ? passed : 0),
                byReason));
    if (paused && !pauses.containsKey(reasonOf(latest))) {
      put(reasonOf(latest), passed, byReason);
    }
    return new AgentStatus.Day(byState, byReason);
  }

  private static <K> void put(K key, long micros, Map<K, Long> into) {
    if (micros > 0) {
      into.put(key, micros);
    }
  }

  private static boolean pause(AgentState state) {
    return state.ordinal() >= AgentState.BREAK.ordinal()
        && state.ordinal() < AgentState.OFFLINE.ordinal();
  }

  private static String reasonOf(Activity activity) {
    return activity.reason() == null ? NO_REASON : activity.reason();
  }
}
