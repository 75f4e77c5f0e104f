// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.core.backtest.BacktestScores;
import io.tideboard.core.backtest.Baseline;
import io.tideboard.core.backtest.Score;
import io.tideboard.core.backtest.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The scores of a backtest as a table for people; one block a task, one line a forecaster. */
public final class BacktestReport {

  private static final String HEAD =
      "%-18s %8s %8s %8s %10s %10s %8s %8s %10s"
          .formatted(
              "",
              "WAPE %",
              "MAPE %",
              "bias %",
              "RMSE",
              "day sum %",
              "in 80 %",
              "in 95 %",
              "pinball");

  private final BacktestScores scores;

  /** Of these scores. */
  public BacktestReport(BacktestScores scores) {
    this.scores = scores;
  }

  /** Its lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Task task : Task.values()) {
      Score model = scores.model(task);
      lines.add(task.wire() + ", " + model.intervals() + " intervals");
      lines.add(HEAD);
      lines.add(line("model", model));
      for (Baseline baseline : Baseline.values()) {
        lines.add(line(baseline.title(), scores.baseline(task, baseline)));
      }
    }
    return lines;
  }

  private static String line(String name, Score score) {
    return "%-18s %8s %8s %8s %10s %10s %8s %8s %10s"
        .formatted(
            name,
            percent(score.wape()),
            percent(score.mape()),
            percent(score.bias()),
            figure(score.rmse()),
            percent(score.dayTotalError()),
            percent(score.coverage80()),
            percent(score.coverage95()),
            figure(score.pinball()))
        .stripTrailing();
  }

  private static String percent(double share) {
    return figure(100 * share);
  }

  private static String figure(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
  }
}
