// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many waited in the last hour of the stream, minute by minute: of each minute the most that
 * any status told. After a restart it knows what Kafka still keeps, and says nothing of the rest.
 * One thread tells it what came; any thread may look.
 */
public final class WaitingTrend {

  /** An hour. */
  static final int MINUTES = 60;

  private static final long MINUTE = 60 * Micros.SECOND;

  /**
   * The last hour of a queue and channel.
   *
   * @param start when the first minute began, in microseconds
   * @param most how many waited at most in each minute; null where no status told
   */
  public record Hour(QueueKey key, long start, List<@Nullable Integer> most) {}

  private final Map<QueueKey, TreeMap<Long, Integer>> minutes = new TreeMap<>();

  WaitingTrend() {}

  /** That many waited at {@code at}, in microseconds. */
  synchronized void tell(QueueKey key, long at, int waiting) {
    long minute = Math.floorDiv(at, MINUTE);
    TreeMap<Long, Integer> line = minutes.computeIfAbsent(key, any -> new TreeMap<>());
    line.merge(minute, waiting, Math::max);
    line.headMap(line.lastKey() - MINUTES, true).clear();
  }

  /** The hour up to {@code now}, in microseconds, of every queue and channel. */
  public synchronized List<Hour> until(long now) {
    long first = Math.floorDiv(now, MINUTE) - MINUTES + 1;
    List<Hour> hours = new ArrayList<>();
    minutes.forEach(
        (key, line) -> {
          List<@Nullable Integer> most = new ArrayList<>(Collections.nCopies(MINUTES, null));
          line.subMap(first, first + MINUTES)
              .forEach((minute, waiting) -> most.set((int) (minute - first), waiting));
          hours.add(new Hour(key, first * MINUTE, most));
        });
    return hours;
  }
}
