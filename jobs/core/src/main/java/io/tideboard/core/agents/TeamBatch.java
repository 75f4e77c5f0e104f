// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Turns of a short while, gathered by the queues to whose teams the agents belong, so that a busy
 * team costs one message a moment and not one a turn.
 */
public final class TeamBatch implements TurnTaker {

  private static final int ABSENT = TeamDelta.code(TeamKind.NONE, 0);

  private final Map<String, TeamDelta> deltas = new HashMap<>();
  private int size;

  @Override
  public void turned(long at, Activity before, Activity after, int times) {
    int was = code(before);
    int is = code(after);
    boolean sameTeams = before.queues().equals(after.queues());
    for (String queue : before.queues()) {
      int next = sameTeams || after.queues().contains(queue) ? is : ABSENT;
      turned(queue, at, was, next, times);
    }
    if (!sameTeams) {
      for (String queue : after.queues()) {
        if (!before.queues().contains(queue)) {
          turned(queue, at, ABSENT, is, times);
        }
      }
    }
  }

  private void turned(String queue, long at, int was, int is, int times) {
    if (was != is) {
      delta(queue).turned(at, was, is, times);
    }
  }

  @Override
  public void repaired(Repair repair, List<String> queues, int times) {
    queues.forEach(queue -> delta(queue).repaired(repair, times));
  }

  /** Hands over what was gathered and starts anew. */
  public void drain(BiConsumer<String, TeamDelta> taker) {
    if (size > 0) {
      deltas.values().forEach(TeamDelta::sort);
      deltas.forEach(taker);
      deltas.clear();
      size = 0;
    }
  }

  /** How many turns are gathered. */
  public int size() {
    return size;
  }

  private TeamDelta delta(String queue) {
    size++;
    TeamDelta known = deltas.get(queue);
    if (known == null) {
      known = new TeamDelta();
      deltas.put(queue, known);
    }
    return known;
  }

  private static int code(Activity activity) {
    return TeamDelta.code(TeamKind.of(activity), activity.parts());
  }
}
