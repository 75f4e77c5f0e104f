// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.backtest;

import io.tideboard.core.forecast.IntervalForecast;
import java.util.function.Consumer;

/** The scores of a backtest: of the model and of each baseline, by task, over all series. */
public final class BacktestScores implements Consumer<BacktestRow> {

  private final Score[] models = new Score[Task.values().length];
  private final Score[][] baselines = new Score[Task.values().length][Baseline.values().length];

  public BacktestScores() {
    for (Task task : Task.values()) {
      models[task.ordinal()] = new Score();
      for (Baseline baseline : Baseline.values()) {
        baselines[task.ordinal()][baseline.ordinal()] = new Score();
      }
    }
  }

  @Override
  public void accept(BacktestRow row) {
    String series = row.key().wire();
    IntervalForecast forecast = row.forecast();
    Score score = model(row.task());
    score.add(series, row.date(), forecast.contacts(), row.actual());
    score.addBands(
        new double[] {
          forecast.p025(), forecast.p10(), forecast.p50(), forecast.p90(), forecast.p975()
        },
        row.actual());
    row.baselines()
        .forEach(
            (baseline, expected) ->
                baseline(row.task(), baseline).add(series, row.date(), expected, row.actual()));
  }

  /** That of the model. */
  public Score model(Task task) {
    return models[task.ordinal()];
  }

  /** That of a baseline; it has no bands. */
  public Score baseline(Task task, Baseline baseline) {
    return baselines[task.ordinal()][baseline.ordinal()];
  }
}
