// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.backtest;

import io.tideboard.core.forecast.BusinessDay;
import io.tideboard.core.forecast.IntervalActual;
import io.tideboard.core.forecast.IntervalForecast;
import io.tideboard.core.queue.QueueKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A day that is forecast, and what came on it. */
record AskedDay(QueueKey key, BusinessDay day, Map<Long, IntervalActual> actuals) {

  /** Contacts by slot, of the intervals that ended by then. */
  Map<Integer, Double> bySlot(long until) {
    Map<Integer, Double> contacts = new TreeMap<>();
    for (int i = 0; i < day.length() && day.starts()[i + 1] <= until; i++) {
      IntervalActual actual = actuals.get(day.starts()[i]);
      if (actual != null) {
        contacts.merge(day.slots()[i], (double) actual.contacts(), Double::sum);
      }
    }
    return contacts;
  }

  /**
   * One row for each interval from an instant on for which there is a forecast, or contacts. Who
   * forecasts nothing there expected nobody.
   */
  List<BacktestRow> rows(Task task, long asOf, List<IntervalForecast> forecasts, PastDays past) {
    Map<Long, IntervalForecast> byStart = new HashMap<>();
    forecasts.forEach(forecast -> byStart.put(forecast.start(), forecast));
    Map<Baseline, Map<Integer, Double>> baselines = new EnumMap<>(Baseline.class);
    for (Baseline baseline : Baseline.values()) {
      baselines.put(baseline, baseline.of(past.like(day.date()), bySlot(asOf)));
    }
    List<BacktestRow> rows = new ArrayList<>();
    for (int i = 0; i < day.length(); i++) {
      long start = day.starts()[i];
      IntervalActual actual = actuals.get(start);
      IntervalForecast forecast = byStart.get(start);
      if (start >= asOf && (actual != null || forecast != null)) {
        Map<Baseline, Double> expected = new EnumMap<>(Baseline.class);
        int slot = day.slots()[i];
        baselines.forEach((name, bySlot) -> expected.put(name, bySlot.getOrDefault(slot, 0.0)));
        rows.add(
            new BacktestRow(
                task,
                key,
                day.date(),
                actual == null ? 0 : actual.contacts(),
                forecast == null ? nobody(start) : forecast,
                expected));
      }
    }
    return rows;
  }

  private static IntervalForecast nobody(long start) {
    return new IntervalForecast(start, 0, 0, 0, 0, 0, 0, Double.NaN);
  }
}
