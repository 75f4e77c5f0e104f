// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.backtest;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.forecast.BusinessDay;
import io.tideboard.core.forecast.DemandModel;
import io.tideboard.core.forecast.DemandTerms;
import io.tideboard.core.forecast.IntervalActual;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Forecasts past days one after the other, each from what was known then (a rolling origin): the
 * whole day when the one before it has ended, and the rest of it at the cutoff. A day without any
 * interval was a closed one: it is neither forecast nor learned from.
 */
public final class Backtest {

  private final BacktestPlan plan;
  private final DemandTerms terms;

  public Backtest(BacktestPlan plan) {
    this.plan = plan;
    this.terms = plan.terms();
  }

  /**
   * Tells every forecast of a series: day by day, the day-ahead ones before the intraday ones, each
   * by start. Days before which nothing is known are not forecast.
   *
   * @param dayDone called after each day that was forecast
   */
  public void run(DemandSeries series, Consumer<BacktestRow> rows, Consumer<LocalDate> dayDone) {
    DemandModel model = new DemandModel();
    PastDays past = new PastDays();
    byDate(series)
        .forEach(
            (date, actuals) -> {
              BusinessDay day = BusinessDay.of(terms, date);
              // A forecast takes only what had ended by its time for known.
              actuals.values().forEach(actual -> model.tell(terms, actual));
              AskedDay asked = new AskedDay(series.key(), day, actuals);
              if (!date.isBefore(plan.from()) && past.any()) {
                long begin = day.starts()[0];
                asked
                    .rows(Task.DAY_AHEAD, begin, model.forecast(terms, begin, 0), past)
                    .forEach(rows);
                long cutoff = cutoff(date);
                asked
                    .rows(Task.INTRADAY, cutoff, model.forecast(terms, cutoff, 0), past)
                    .forEach(rows);
                dayDone.accept(date);
              }
              past.add(date, asked.bySlot(Long.MAX_VALUE));
            });
  }

  /** How many days of the series are forecast, or would be if anything was known before. */
  public int days(DemandSeries series) {
    return byDate(series).tailMap(plan.from(), true).size();
  }

  private TreeMap<LocalDate, Map<Long, IntervalActual>> byDate(DemandSeries series) {
    TreeMap<LocalDate, Map<Long, IntervalActual>> days = new TreeMap<>();
    for (IntervalActual actual : series.actuals().values()) {
      LocalDate date = BusinessDay.dateOf(terms, actual.start());
      if (!date.isAfter(plan.to())) {
        days.computeIfAbsent(date, unused -> new TreeMap<>()).put(actual.start(), actual);
      }
    }
    return days;
  }

  private long cutoff(LocalDate date) {
    LocalDate calendar = plan.cutoff().isBefore(terms.dayStart()) ? date.plusDays(1) : date;
    return Micros.of(calendar.atTime(plan.cutoff()).atZone(terms.timeZone()).toInstant());
  }
}
