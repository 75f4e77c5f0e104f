// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the live job runs. */
final class JobFlags extends FlagGroup {

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Parts of the live job that run side by side (job.parallelism).")
  private void parallelism(@Nullable String parallelism) {
    set("job.parallelism", parallelism, "--parallelism");
  }

  @Option(
      names = "--first-contact-window",
      paramLabel = "TIME",
      description =
          "Within which a further contact shows that the first did not resolve it"
              + " (job.firstContactWindow).")
  private void firstContactWindow(@Nullable String firstContactWindow) {
    set("job.firstContactWindow", firstContactWindow, "--first-contact-window");
  }

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description =
          "Past intervals from which forecasts begin: a CSV file with the columns"
              + " queue,channel,start,contacts[,ahtSeconds] (job.history).")
  private void history(@Nullable String history) {
    set("job.history", history, "--history");
  }

  @Option(
      names = "--flink-metrics-port",
      paramLabel = "PORT",
      description = "Where Flink tells Prometheus how the job runs (job.metricsPort).")
  private void metricsPort(@Nullable String port) {
    set("job.metricsPort", port, "--flink-metrics-port");
  }
}
