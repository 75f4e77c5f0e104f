// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.traffic.history.HistoryRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** How many contacts came to a center before a simulation begins, by quarter of an hour. */
public final class PastArrivals {

  private static final long SLOT = 15 * 60_000L;

  private PastArrivals() {}

  /**
   * What came on the days before a scenario begins, and on its first day until then: the arrivals
   * of every queue, with the same rates and day factors as the simulation has.
   *
   * @param days how many whole days before
   */
  public static List<HistoryRow> before(Scenario scenario, int days, long seed) {
    long end = scenario.start().toEpochMilli() / SLOT * SLOT;
    ZonedDateTime start =
        Instant.ofEpochMilli(end)
            .atZone(scenario.timeZone())
            .toLocalDate()
            .minusDays(days)
            .atStartOfDay(scenario.timeZone());
    DayFactors factors = new DayFactors(seed, scenario.dayVariation());
    List<HistoryRow> rows = new ArrayList<>();
    for (QueueProfile queue : scenario.queues()) {
      Draws draws = Draws.of(seed, "past arrivals " + queue.line());
      rows.addAll(
          counted(queue, new ArrivalProcess(queue.arrivals(), start, factors::of, draws), end));
    }
    return rows;
  }

  private static List<HistoryRow> counted(QueueProfile queue, ArrivalProcess arrivals, long end) {
    Duration handling = queue.handling().mean().plus(queue.handling().afterwards());
    List<HistoryRow> rows = new ArrayList<>();
    long slot = Long.MIN_VALUE;
    int count = 0;
    for (long at = arrivals.next(end); at < end; at = arrivals.next(end)) {
      long its = at / SLOT * SLOT;
      if (its != slot && count > 0) {
        rows.add(row(queue, slot, count, handling));
        count = 0;
      }
      slot = its;
      count++;
    }
    if (count > 0) {
      rows.add(row(queue, slot, count, handling));
    }
    return rows;
  }

  private static HistoryRow row(QueueProfile queue, long slot, int count, Duration handling) {
    return new HistoryRow(
        queue.name(),
        queue.channel().wire(),
        Instant.ofEpochMilli(slot),
        count,
        handling.toMillis() / 1000.0);
  }
}
