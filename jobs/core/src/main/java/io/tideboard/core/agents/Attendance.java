// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When agents began and ceased to work, exactly, to be held against the schedule: how many of those
 * scheduled were there follows from no sum, since too many now do not make up for too few later.
 */
final class Attendance {

  private final TreeMap<Long, Integer> turns = new TreeMap<>();

  /** So many agents began to work then, or ceased when negative. */
  void turned(long at, int agents) {
    turns.merge(at, agents, Attendance::sumOrNothing);
  }

  /**
   * Measures a period against the schedule.
   *
   * @param workingAtEnd how many worked at its end
   */
  void judge(Plans plans, long from, long to, int workingAtEnd, TeamTimes into) {
    long end = to;
    int working = workingAtEnd;
    if (!plans.within(from, to)) {
      return;
    }
    for (Map.Entry<Long, Integer> turn :
        turns.subMap(from, true, to, false).descendingMap().entrySet()) {
      plans.judge(turn.getKey(), end, Math.max(0, working), into);
      working -= turn.getValue();
      end = turn.getKey();
    }
    plans.judge(from, end, Math.max(0, working), into);
  }

  void forgetBefore(long horizon) {
    turns.headMap(horizon, false).clear();
  }

  private static @Nullable Integer sumOrNothing(int a, int b) {
    return a + b == 0 ? null : a + b;
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, turns.size());
    for (Map.Entry<Long, Integer> turn : turns.entrySet()) {
      Varint.write(out, turn.getKey());
      Varint.write(out, turn.getValue());
    }
  }

  void read(DataInput in) throws IOException {
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      long at = Varint.read(in);
      turns.put(at, Varint.readInt(in));
    }
  }
}
