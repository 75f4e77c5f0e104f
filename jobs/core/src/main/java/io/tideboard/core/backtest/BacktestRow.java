// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.backtest;

import io.tideboard.core.forecast.IntervalForecast;
import io.tideboard.core.queue.QueueKey;
import java.time.LocalDate;
import java.util.Map;

/**
 * One forecast, and what came.
 *
 * @param date of the day to which the interval belongs
 * @param actual contacts that came
 * @param baselines what each of them expected
 */
public record BacktestRow(
    Task task,
    QueueKey key,
    LocalDate date,
    double actual,
    IntervalForecast forecast,
    Map<Baseline, Double> baselines) {}
