// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.core.backtest.DemandSeries;
import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.forecast.DemandTerms;
import io.tideboard.core.forecast.IntervalActual;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.traffic.BadFile;
import io.tideboard.traffic.history.HistoryRow;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a history, summed up to the intervals that are asked for. */
public final class HistorySeries {

  private static final long SECONDS_OF_DAY = Duration.ofDays(1).toSeconds();

  private HistorySeries() {}

  /**
   * One series for each queue and channel, in their order.
   *
   * @param file for messages
   * @throws BadFile when the intervals of the file are longer than those asked for
   */
  public static List<DemandSeries> of(String file, List<HistoryRow> rows, DemandTerms terms) {
    requireFineEnough(file, rows, terms);
    Map<QueueKey, List<IntervalActual>> byKey = new TreeMap<>();
    for (HistoryRow row : rows) {
      byKey
          .computeIfAbsent(new QueueKey(row.queue(), row.channel()), unused -> new ArrayList<>())
          .add(new IntervalActual(Micros.of(row.start()), row.contacts(), row.ahtSeconds()));
    }
    QueueCalendar calendar =
        new QueueCalendar(terms.timeZone(), terms.dayStart(), terms.interval());
    List<DemandSeries> series = new ArrayList<>();
    byKey.forEach(
        (key, actuals) -> series.add(DemandSeries.of(key, actuals, calendar::intervalStart)));
    return series;
  }

  /** Times of day share the length of the file's intervals, and that must not exceed ours. */
  private static void requireFineEnough(String file, List<HistoryRow> rows, DemandTerms terms) {
    ZoneId zone = terms.timeZone();
    long common = SECONDS_OF_DAY;
    LocalTime first = LocalTime.MIDNIGHT;
    for (HistoryRow row : rows) {
      LocalTime time = row.start().atZone(zone).toLocalTime();
      common = gcd(common, time.toSecondOfDay() - first.toSecondOfDay());
    }
    long asked = terms.interval().toSeconds();
    if (common > asked && common <= Duration.ofHours(1).toSeconds()) {
      throw BadFile.at(
          file,
          0,
          "intervals of %d minutes: expected some of %d or fewer, as --interval says"
              .formatted(common / 60, asked / 60));
    }
  }

  private static long gcd(long a, long b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }
}
