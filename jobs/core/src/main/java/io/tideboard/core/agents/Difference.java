// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import java.util.List;

/** What is another way after a change of an agent's history. */
final class Difference {

  private Difference() {}

  /** Tells the turns that are no longer so, and those that now are. */
  static void of(Activity before, List<Run> was, List<Run> is, TurnTaker turns) {
    Activity wasLast = before;
    Activity isLast = before;
    int i = 0;
    int j = 0;
    while (i < was.size() || j < is.size()) {
      long wasAt = i < was.size() ? was.get(i).from() : Long.MAX_VALUE;
      long isAt = j < is.size() ? is.get(j).from() : Long.MAX_VALUE;
      Activity wasNext = wasAt <= isAt ? was.get(i++).activity() : wasLast;
      Activity isNext = isAt <= wasAt ? is.get(j++).activity() : isLast;
      long at = Math.min(wasAt, isAt);
      boolean same = wasLast.equals(isLast) && wasNext.equals(isNext);
      if (!same && !wasLast.equals(wasNext)) {
        turns.turned(at, wasLast, wasNext, -1);
      }
      if (!same && !isLast.equals(isNext)) {
        turns.turned(at, isLast, isNext, 1);
      }
      wasLast = wasNext;
      isLast = isNext;
    }
  }

  /** Tells what was not put right after all, and what now is. */
  static void of(List<ToldLine.Repaired> was, List<ToldLine.Repaired> is, TurnTaker turns) {
    for (ToldLine.Repaired repaired : was) {
      if (!is.contains(repaired)) {
        turns.repaired(repaired.repair(), repaired.queues(), -1);
      }
    }
    for (ToldLine.Repaired repaired : is) {
      if (!was.contains(repaired)) {
        turns.repaired(repaired.repair(), repaired.queues(), 1);
      }
    }
  }
}
