// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The schedule of one queue. A plan holds until its end, or until the next one begins if that is
 * earlier.
 */
final class Plans {

  private final TreeMap<Long, Plan> plans = new TreeMap<>();

  /** Whether the plan says something new. */
  boolean take(Plan plan) {
    Plan known = plans.get(plan.start());
    if (known != null && !plan.replaces(known)) {
      return false;
    }
    plans.put(plan.start(), plan);
    return true;
  }

  boolean isEmpty() {
    return plans.isEmpty();
  }

  /** When the last plan is over; only where there is one. */
  long end() {
    return plans.values().stream().mapToLong(Plan::end).max().orElseThrow();
  }

  /** Whether a plan holds at some instant within those two. */
  boolean within(long from, long to) {
    Map.Entry<Long, Plan> last = plans.lowerEntry(to);
    return last != null && last.getValue().end() > from;
  }

  /** How many are planned at that instant. */
  OptionalInt at(long instant) {
    Map.Entry<Long, Plan> latest = plans.floorEntry(instant);
    return latest == null || latest.getValue().end() <= instant
        ? OptionalInt.empty()
        : OptionalInt.of(latest.getValue().agents());
  }

  /** Measures a stretch in which so many agents worked all the time. */
  void judge(long from, long to, int working, TeamTimes into) {
    Long first = plans.floorKey(from);
    for (Plan plan : plans.tailMap(first == null ? from : first, true).values()) {
      if (plan.start() >= to) {
        break;
      }
      Long next = plans.higherKey(plan.start());
      long end = next == null ? plan.end() : Math.min(plan.end(), next);
      long length = Math.min(end, to) - Math.max(plan.start(), from);
      if (length > 0) {
        into.add(TeamMeasure.SCHEDULED, plan.agents() * length);
        into.add(TeamMeasure.ADHERENT, Math.min(working, plan.agents()) * length);
        into.add(TeamMeasure.ATTENDED, working * length);
        into.add(TeamMeasure.COVERED, length);
      }
    }
  }

  /** Forgets what was over before the horizon. */
  void forgetBefore(long horizon) {
    while (!plans.isEmpty() && plans.firstEntry().getValue().end() < horizon) {
      plans.pollFirstEntry();
    }
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, plans.size());
    for (Plan plan : plans.values()) {
      plan.write(out);
    }
  }

  void read(DataInput in) throws IOException {
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      take(Plan.read(in));
    }
  }
}
