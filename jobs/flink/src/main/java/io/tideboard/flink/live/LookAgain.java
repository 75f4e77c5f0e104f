// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Which interactions or customers are to be looked at again, by the minute in which that is due: to
 * be given up for lost, or to be forgotten. A list and not a timer each, because timers were a
 * quarter of all that was done to an interaction. Not kept in checkpoints: it is made anew from
 * those that are remembered.
 *
 * @param <K> the key of what is looked at
 */
final class LookAgain<K> {

  private static final long MINUTE = 60_000;

  private final Map<Long, List<K>> due = new HashMap<>();
  private long passed = Long.MIN_VALUE;

  /** Look at it in that minute, in milliseconds of the stream's time. */
  void at(K key, long millis) {
    long minute = Math.max(passed, Math.floorDiv(millis, MINUTE));
    due.computeIfAbsent(minute, unused -> new ArrayList<>()).add(key);
  }

  /** Those whose minute is over; they do not stand here any more. */
  List<K> dueBy(long millis) {
    long minute = Math.floorDiv(millis, MINUTE);
    if (minute <= passed) {
      return List.of();
    }
    passed = minute;
    List<K> keys = new ArrayList<>();
    Iterator<Map.Entry<Long, List<K>>> each = due.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Long, List<K>> entry = each.next();
      if (entry.getKey() < minute) {
        keys.addAll(entry.getValue());
        each.remove();
      }
    }
    return keys;
  }
}
