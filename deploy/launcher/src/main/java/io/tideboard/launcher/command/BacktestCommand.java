// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.core.backtest.Backtest;
import io.tideboard.core.backtest.BacktestPlan;
import io.tideboard.core.backtest.BacktestScores;
import io.tideboard.core.backtest.DemandSeries;
import io.tideboard.core.backtest.Task;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.launcher.ExitCode;
import io.tideboard.launcher.run.BacktestReport;
import io.tideboard.launcher.run.BacktestTable;
import io.tideboard.launcher.run.HistorySeries;
import io.tideboard.launcher.run.Lifetime;
import io.tideboard.launcher.run.Progress;
import io.tideboard.launcher.run.Steps;
import io.tideboard.traffic.BadFile;
import io.tideboard.traffic.history.HistoryFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Forecasts the days of a history from what was known before each. */
@Command(
    name = "backtest",
    description = {
      "Forecast past days from what was known before each, and say how good that was.",
      "Writes one row a forecast, and prints scores of the model and of four baselines."
    })
public final class BacktestCommand implements Callable<Integer> {

  @Option(
      names = "--history",
      required = true,
      paramLabel = "FILE",
      description = "A CSV file with the columns queue,channel,start,contacts[,ahtSeconds].")
  private Path history;

  @Mixin private BacktestFlags flags;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to write the forecasts, as CSV.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    BacktestPlan plan = flags.plan();
    return Lifetime.during(() -> run(plan), new Steps(spec.commandLine().getErr()));
  }

  private int run(BacktestPlan plan) throws InterruptedException {
    List<DemandSeries> series =
        HistorySeries.of(
            history.toString(), HistoryFile.read(history, plan.terms().timeZone()), plan.terms());
    Backtest backtest = new Backtest(plan);
    int days = series.stream().mapToInt(backtest::days).sum();
    BacktestScores scores = new BacktestScores();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (BacktestTable table = new BacktestTable(out, plan.terms().timeZone())) {
      int[] done = new int[1];
      for (DemandSeries one : series) {
        backtest.run(
            one,
            row -> {
              table.write(row);
              scores.accept(row);
            },
            date ->
                progress.show(
                    "%d of %d days forecast, %s of %s"
                        .formatted(++done[0], days, date, one.key())));
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } catch (UncheckedIOException e) {
      throw unwritable(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unwritable(e);
    } finally {
      progress.end();
    }
    return report(scores, plan);
  }

  private CommandFailed unwritable(IOException e) {
    return CommandFailed.because(
        "'" + out + "' as --out: expected a file that can be written (" + BadFile.reason(e) + ")");
  }

  private int report(BacktestScores scores, BacktestPlan plan) {
    if (scores.model(Task.DAY_AHEAD).intervals() == 0) {
      throw CommandFailed.because(
          "%s to %s: expected days of %s with at least one day before them"
              .formatted(plan.from(), plan.to(), history));
    }
    PrintWriter to = spec.commandLine().getOut();
    new BacktestReport(scores).lines().forEach(to::println);
    to.flush();
    return ExitCode.OK;
  }
}
