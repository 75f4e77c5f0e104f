// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.Measure;
import java.util.Iterator;
import java.util.TreeMap;

/**
 * What came in all of some queues together, by interval: of the length of the longest interval
 * among theirs, so that none has to be divided.
 *
 * @param minutes the length of the intervals
 * @param offered the visits begun in each, by its start in microseconds
 */
public record CenterDay(int minutes, TreeMap<Long, Long> offered) {

  private static final int LEAST_MINUTES = 15;

  /** Adds rows up. */
  public static CenterDay of(Iterator<IntervalRow> rows) {
    TreeMap<Long, Long> byQuarter = new TreeMap<>();
    int longest = LEAST_MINUTES;
    while (rows.hasNext()) {
      IntervalRow row = rows.next();
      byQuarter.merge(row.start(), row.tally().get(Measure.OFFERED), Long::sum);
      longest = Math.max(longest, row.minutes());
    }
    return new CenterDay(LEAST_MINUTES, byQuarter).inIntervalsOf(longest);
  }

  /** The same in intervals at least as long. */
  public CenterDay inIntervalsOf(int least) {
    long length = Math.max(minutes, least) * 60 * Micros.SECOND;
    TreeMap<Long, Long> longer = new TreeMap<>();
    offered.forEach((start, n) -> longer.merge(start - Math.floorMod(start, length), n, Long::sum));
    return new CenterDay(Math.max(minutes, least), longer);
  }
}
