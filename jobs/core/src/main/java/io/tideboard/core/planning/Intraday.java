// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the present day of a queue and channel goes against its forecast.
 *
 * @param contacts that came in the intervals that have ended
 * @param forecast of the same intervals, as it was made when the day began or first after
 * @param expected of the whole day: what came and what is expected of the rest
 * @param projectedServiceLevel mean of the intervals to come with the scheduled agents, weighted by
 *     contacts; NaN where nobody is scheduled
 * @param shortIntervals intervals to come for which fewer agents are scheduled than needed; null
 *     where none has a schedule
 * @param worstGap the most agents that are missing in one of them, 0 where none are
 */
public record Intraday(
    double contacts,
    double forecast,
    double expected,
    double projectedServiceLevel,
    @Nullable Integer shortIntervals,
    int worstGap) {

  /**
   * Sums up a day.
   *
   * @param rows of that day
   * @param now in microseconds
   */
  public static Intraday of(List<ForecastRow> rows, long now) {
    double contacts = 0;
    double forecast = 0;
    double rest = 0;
    double covered = 0;
    double kept = 0;
    boolean scheduled = false;
    int lacking = 0;
    int worst = 0;
    for (ForecastRow row : rows) {
      Integer came = row.actual();
      if (came != null) {
        contacts += came;
        double morning = row.leads().day();
        forecast += Double.isNaN(morning) ? row.demand().contacts() : morning;
        continue;
      }
      if (row.start() < now) {
        continue;
      }
      rest += row.demand().contacts();
      Integer gap = row.need().gap();
      if (gap != null) {
        scheduled = true;
        lacking += gap > 0 ? 1 : 0;
        worst = Math.max(worst, gap);
      }
      double level = row.need().expectedServiceLevel();
      if (!Double.isNaN(level)) {
        covered += row.demand().contacts();
        kept += level * row.demand().contacts();
      }
    }
    return new Intraday(
        contacts,
        forecast,
        contacts + rest,
        covered > 0 ? kept / covered : Double.NaN,
        scheduled ? (Integer) lacking : null,
        worst);
  }

  /** By how much more came than was forecast, as a share of that; NaN where nothing was. */
  public double variance() {
    return forecast > 0 ? (contacts - forecast) / forecast : Double.NaN;
  }
}
