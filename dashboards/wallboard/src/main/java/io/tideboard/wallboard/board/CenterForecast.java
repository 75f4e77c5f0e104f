// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.planning.ForecastRow;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is expected in all of some queues together, by interval. The ends of their bands are added
 * up as if all were wrong on the same side: the widest that the band can be.
 *
 * @param minutes the length of the intervals: of the longest among theirs
 * @param expected by the start of the interval, in microseconds
 */
public record CenterForecast(int minutes, TreeMap<Long, Expected> expected) {

  /**
   * One interval. Agents are those of its hardest part.
   *
   * @param scheduledAgents null where nothing is scheduled
   */
  public record Expected(
      double p10, double p50, double p90, int requiredAgents, @Nullable Integer scheduledAgents) {

    private Expected and(Expected other) {
      Expected hardest = lack() >= other.lack() ? this : other;
      return new Expected(
          p10 + other.p10,
          p50 + other.p50,
          p90 + other.p90,
          hardest.requiredAgents,
          hardest.scheduledAgents);
    }

    private int lack() {
      return scheduledAgents == null ? Integer.MIN_VALUE : requiredAgents - scheduledAgents;
    }
  }

  /** What begins at one instant. A queue's schedule is for all of its channels. */
  private static final class Together {
    private double p10;
    private double p50;
    private double p90;
    private int required;
    private final Map<String, Integer> scheduled = new HashMap<>();

    void add(ForecastRow row) {
      p10 += row.demand().p10();
      p50 += row.demand().p50();
      p90 += row.demand().p90();
      required += row.need().requiredAgents();
      Integer agents = row.need().scheduledAgents();
      if (agents != null) {
        scheduled.put(row.key().queue(), agents);
      }
    }

    Expected expected() {
      int agents = scheduled.values().stream().mapToInt(Integer::intValue).sum();
      return new Expected(p10, p50, p90, required, scheduled.isEmpty() ? null : agents);
    }
  }

  /**
   * Adds rows up.
   *
   * @param least how long the intervals have to be at least
   */
  public static CenterForecast of(Iterator<ForecastRow> rows, int least) {
    TreeMap<Long, Together> byStart = new TreeMap<>();
    int longest = least;
    while (rows.hasNext()) {
      ForecastRow row = rows.next();
      if (Double.isFinite(row.demand().p50())) {
        byStart.computeIfAbsent(row.start(), any -> new Together()).add(row);
        longest = Math.max(longest, row.minutes());
      }
    }
    long length = longest * 60 * Micros.SECOND;
    TreeMap<Long, Expected> expected = new TreeMap<>();
    byStart.forEach(
        (start, each) ->
            expected.merge(start - Math.floorMod(start, length), each.expected(), Expected::and));
    return new CenterForecast(longest, expected);
  }
}
