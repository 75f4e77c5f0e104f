// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.flink.EmbeddedFlink;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code deploy/tideboard bench}: everything in one run, so that ratios hold on a noisy machine.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure on this machine, each figure beside its ceiling.")
public final class BenchCommand implements Callable<Integer> {

  @Option(
      names = "--events",
      defaultValue = "2000000",
      description = "Events in the log. Default: ${DEFAULT-VALUE}")
  private int events;

  @Option(
      names = "--parallelism",
      defaultValue = "2",
      description = "Parallelism of the jobs. Default: ${DEFAULT-VALUE}")
  private int parallelism;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Runs of each job; the median counts. Default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--probes",
      defaultValue = "400",
      description = "Changes whose way to the screen is timed. Default: ${DEFAULT-VALUE}")
  private int probes;

  @Option(names = "--json", description = "One JSON object a line on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    FigureSheet sheet = new FigureSheet(json, System.out);
    jobs(sheet);
    latency(sheet);
    return 0;
  }

  private void jobs(FigureSheet sheet) throws Exception {
    EventLoad load = EventLoad.of(events);
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(4);
      ProducerBench.run(kafka.bootstrapServers(), load);
      try (EmbeddedFlink flink = EmbeddedFlink.start(parallelism)) {
        JobBench jobs = new JobBench(flink, kafka.bootstrapServers(), parallelism);
        double[] ceilings = new double[rounds];
        double[] lives = new double[rounds];
        for (int round = 0; round < rounds; round++) {
          ceilings[round] = jobs.ceiling(events);
          lives[round] = jobs.live(events);
        }
        Figure ceiling = Figure.of("job.ceiling", Medians.of(ceilings), "events/s");
        sheet.add(ceiling);
        sheet.add(Figure.of("job.live", Medians.of(lives), "events/s").against(ceiling));
      }
      gateway(sheet, kafka, load);
    }
  }

  private void gateway(FigureSheet sheet, EmbeddedKafka kafka, EventLoad load) throws Exception {
    double[] raws = new double[rounds];
    double[] hundreds = new double[rounds];
    double[] singles = new double[rounds];
    GatewayBench gateway = new GatewayBench(kafka.bootstrapServers());
    for (int round = 0; round < rounds; round++) {
      raws[round] = ProducerBench.run(kafka.bootstrapServers(), load);
      hundreds[round] = gateway.run(100, 10_000);
      singles[round] = gateway.run(1, 100_000);
    }
    Figure raw = Figure.of("producer.raw", Medians.of(raws), "events/s");
    sheet.add(raw);
    sheet.add(Figure.of("gateway.batch-100", Medians.of(hundreds), "events/s").against(raw));
    sheet.add(Figure.of("gateway.batch-1", Medians.of(singles), "events/s").against(raw));
  }

  private void latency(FigureSheet sheet) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(4);
      try (EmbeddedFlink flink = EmbeddedFlink.start(parallelism)) {
        LatencyBench.Latency latency =
            new LatencyBench(kafka, flink, 5_000).run(probes, parallelism);
        sheet.add(Figure.of("latency.p50", latency.p50(), "ms"));
        sheet.add(Figure.of("latency.p99", latency.p99(), "ms"));
      }
    }
  }
}
