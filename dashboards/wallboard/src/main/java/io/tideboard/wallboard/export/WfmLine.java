// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.export;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.planning.ForecastRow;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.Measure;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * One interval of a queue and channel, counted or forecast, in the terms of those systems. Times in
 * seconds, in all.
 *
 * @param zone of the queue
 */
public record WfmLine(
    String queue, String channel, Instant start, int minutes, ZoneId zone, Figures figures) {

  /**
   * @param offered contacts
   * @param handled of them
   * @param abandoned of them
   * @param shortAbandoned of these
   * @param inTime answered within the threshold
   * @param task talking and holding
   * @param after wrapping up
   * @param waitOfAnswered how long the answered waited
   */
  public record Figures(
      double offered,
      double handled,
      double abandoned,
      double shortAbandoned,
      double inTime,
      double task,
      double after,
      double waitOfAnswered) {

    /** Mean handle time of a handled contact; 0 where none was. */
    public double aht() {
      return handled > 0 ? (task + after) / handled : 0;
    }
  }

  /** What was counted. */
  public static WfmLine of(IntervalRow row, QueueDefinitions catalog) {
    QueueDefinition its = catalog.of(row.key().queue());
    Counted tally = its.judge(row.tally(), row.key().channel());
    return new WfmLine(
        row.key().queue(),
        row.key().channel(),
        Micros.instant(row.start()),
        row.minutes(),
        its.timeZone(),
        new Figures(
            tally.get(Measure.OFFERED),
            tally.get(Measure.HANDLED),
            tally.get(Measure.ABANDONED),
            tally.get(Measure.SHORT_ABANDONED),
            tally.get(Measure.ANSWERED_WITHIN_THRESHOLD),
            Micros.seconds(tally.get(Measure.TALK_MICROS) + tally.get(Measure.HOLD_MICROS)),
            Micros.seconds(tally.get(Measure.WRAP_UP_MICROS)),
            Micros.seconds(tally.get(Measure.ANSWER_WAIT_MICROS))));
  }

  /** What is expected: everybody is handled, and handle time is task time as a whole. */
  public static WfmLine of(ForecastRow row, QueueDefinitions catalog) {
    double contacts = row.demand().contacts();
    double aht = Double.isNaN(row.demand().ahtSeconds()) ? 0 : row.demand().ahtSeconds();
    return new WfmLine(
        row.key().queue(),
        row.key().channel(),
        Micros.instant(row.start()),
        row.minutes(),
        catalog.of(row.key().queue()).timeZone(),
        new Figures(contacts, contacts, 0, 0, 0, contacts * aht, 0, 0));
  }

  /** When it begins, by the clocks of the queue. */
  ZonedDateTime local() {
    return start.atZone(zone);
  }

  /** When it ends, by the clocks of the queue. */
  ZonedDateTime localEnd() {
    return start.plus(Duration.ofMinutes(minutes)).atZone(zone);
  }
}
