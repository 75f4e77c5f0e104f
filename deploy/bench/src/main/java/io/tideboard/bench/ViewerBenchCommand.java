// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.embedded.EmbeddedKafka;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code bench viewers}: how soon many screens show a change, and what that costs. */
@Command(name = "viewers", description = "Measure the wallboard's stream with many viewers.")
final class ViewerBenchCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;

  @Option(names = "--viewers", description = "Viewers. Default: ${DEFAULT-VALUE}")
  private int viewers = 2_000;

  @Option(
      names = "--changes",
      description = "Queues that change every second. Default: ${DEFAULT-VALUE}")
  private int changes = 200;

  @Option(names = "--seconds", description = "How long. Default: ${DEFAULT-VALUE}")
  private int seconds = 30;

  @ParentCommand private BenchCommand bench;

  @Override
  public Integer call() throws Exception {
    measure(bench.options());
    return 0;
  }

  void measure(BenchOptions options) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(PARTITIONS);
      ViewerBench.Fan fan = new ViewerBench(viewers, changes).run(kafka, seconds);
      FigureSheet sheet = options.sheet();
      sheet.add(Figure.of("viewers.p50", fan.micros().getValueAtPercentile(50) / 1e3, "ms"));
      sheet.add(Figure.of("viewers.p99", fan.micros().getValueAtPercentile(99) / 1e3, "ms"));
      Figure core = Figure.of("viewers.core", 1, "processors");
      sheet.add(core);
      sheet.add(Figure.of("viewers.cpu", fan.cpu(), "processors").against(core));
      sheet.add(Figure.of("viewers.sent", fan.megabytesSent(), "MB/s"));
      Figure before = Figure.of("viewers.held.begin", fan.heldBefore(), "MB");
      sheet.add(before);
      sheet.add(Figure.of("viewers.held.end", fan.heldAfter(), "MB").against(before));
    }
  }
}
