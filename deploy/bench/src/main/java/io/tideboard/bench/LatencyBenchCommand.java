// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code bench latency}: from the gateway's 202 to the wallboard's frame that shows the change. */
@Command(name = "latency", description = "Measure how soon the wallboard shows an event.")
final class LatencyBenchCommand implements Callable<Integer> {

  private static final int PROBES = 400;
  private static final int RATE = 5_000;

  @Option(
      names = "--probes",
      description = "Changes whose way to the screen is timed. Default: ${DEFAULT-VALUE}")
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
          var latency = new LatencyBench(kafka, flink, rate).run(probes, parallelism);
          sheet.add(Figure.of("latency.rate", latency.rate(), "events/s"));
          sheet.add(Figure.of("latency.p50", latency.p50(), "ms"));
          sheet.add(Figure.of("latency.p99", latency.p99(), "ms"));
        });
  }
}
