// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.flink.EmbeddedFlink;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/tideboard bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure on this machine, each figure beside its ceiling.")
public final class BenchCommand implements Callable<Integer> {

  @Option(names = "--events", defaultValue = "2000000", description = "Events in the log.")
  private int events;

  @Option(names = "--parallelism", defaultValue = "2", description = "Of the jobs.")
  private int parallelism;

  @Option(names = "--rounds", defaultValue = "3", description = "Runs of each; the median counts.")
  private int rounds;

  @Option(names = "--json", description = "One JSON object a line on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    FigureSheet sheet = new FigureSheet(json, System.out);
    EventLoad load = EventLoad.of(events);
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(4);
      double produced = ProducerBench.run(kafka.bootstrapServers(), load);
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
        sheet.add(Figure.of("producer.raw", produced, "events/s"));
      }
    }
    return 0;
  }
}
