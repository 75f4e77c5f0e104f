// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code bench alerts}: from the crossing of a limit to the webhook that tells of it. */
@Command(name = "alerts", description = "Measure how soon a webhook tells of an alert.")
final class AlertBenchCommand implements Callable<Integer> {

  private static final int PROBES = 200;
  private static final int RATE = 5_000;

  @Option(names = "--probes", description = "Alerts that are timed. Default: ${DEFAULT-VALUE}")
  private int probes = PROBES;

  @Option(
      names = "--rate",
      description = "Events a second that pass meanwhile. Default: ${DEFAULT-VALUE}")
  private int rate = RATE;

  @ParentCommand private BenchCommand bench;

  @Override
  public Integer call() throws Exception {
    measure(bench.options());
    return 0;
  }

  void measure(BenchOptions options) throws Exception {
    int parallelism = options.parallelism();
    FigureSheet sheet = options.sheet();
    OwnCluster.measure(
        parallelism,
        (kafka, flink) -> {
          var latency = new AlertBench(kafka, flink, rate).run(probes, parallelism);
          sheet.add(Figure.of("alerts.p50", latency.p50(), "ms"));
          sheet.add(Figure.of("alerts.p99", latency.p99(), "ms"));
          sheet.add(Figure.of("alerts.repetitions", latency.repetitions(), "webhooks"));
        });
  }
}
