// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.flink.batch.BatchJob;
import io.tideboard.flink.forecast.ForecastSettings;
import io.tideboard.flink.live.LiveSettings;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.launcher.ExitCode;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.launcher.run.BatchResults;
import io.tideboard.launcher.run.Lifetime;
import io.tideboard.launcher.run.Steps;
import io.tideboard.launcher.run.WarmStart;
import io.tideboard.traffic.BadFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the live job over a log that has an end. */
@Command(
    name = "batch",
    description = {
      "Run the live job over a log that has an end, without any server.",
      "Writes intervals-arrival.csv, intervals-event.csv, breaches.csv and forecasts.csv."
    })
public final class BatchCommand implements Callable<Integer> {

  @Mixin private ConfigFlags config;
  @Mixin private EventSource source;
  @Mixin private DefaultsFlags defaults;
  @Mixin private JobFlags job;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIRECTORY",
      description = "Where to write, made when absent.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    TideboardConfig effective = config.load(defaults, job);
    Steps steps = new Steps(spec.commandLine().getErr());
    return Lifetime.during(() -> run(effective, steps), steps);
  }

  private int run(TideboardConfig effective, Steps steps) {
    EventSource.Opened log = source.open();
    Path directory = directory();
    steps.done("running");
    BatchResults results = new BatchResults(effective.queues().catalog());
    long events =
        BatchJob.run(
            log.events(),
            LiveSettings.ofBatch(effective.queues().catalog())
                .with(effective.agents())
                .withFirstContactWindow(effective.job().firstContactWindow())
                .with(ForecastSettings.BATCH.with(WarmStart.configured(effective))),
            effective.job().parallelism(),
            results);
    results.writeTo(directory);
    steps.done("written to " + directory);
    summarise(log, events, results.totals());
    return ExitCode.OK;
  }

  private Path directory() {
    try {
      return Files.createDirectories(out);
    } catch (IOException e) {
      throw CommandFailed.because(
          "'"
              + out
              + "' as --out: expected a directory that can be made or is there ("
              + BadFile.reason(e)
              + ")");
    }
  }

  private void summarise(EventSource.Opened log, long events, BatchResults.Totals totals) {
    PrintWriter to = spec.commandLine().getOut();
    if (log.rows() > 0) {
      to.println("rows " + log.rows());
      log.skipped().forEach((reason, rows) -> to.println("skipped " + rows + " " + reason));
    }
    to.println("events " + events);
    to.println("offered " + totals.offered());
    to.println("answered " + totals.answered());
    to.println("answered within threshold " + totals.answeredWithinThreshold());
    to.println("abandoned " + totals.abandoned());
    to.println("intervals " + totals.intervals());
    to.println("breaches " + totals.breaches());
    to.flush();
  }
}
