// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.flink.EmbeddedFlink;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code bench job}: the live job beside a job that only counts, over the same log in Kafka. */
@Command(name = "job", description = "Measure the live job beside one that only counts.")
final class JobBenchCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;

  @ParentCommand private BenchCommand bench;

  @Override
  public Integer call() throws Exception {
    measure(bench.options());
    return 0;
  }

  void measure(BenchOptions options) throws Exception {
    int events = options.events();
    int rounds = options.rounds();
    int parallelism = options.parallelism();
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(PARTITIONS);
      try (RawProducer producer = new RawProducer(kafka.bootstrapServers())) {
        producer.send(EventLoad.of(events), events);
      }
      try (EmbeddedFlink flink = EmbeddedFlink.start(parallelism)) {
        JobBench jobs = new JobBench(flink, kafka.bootstrapServers(), parallelism);
        double[] ceilings = new double[rounds];
        double[] lives = new double[rounds];
        for (int round = 0; round < rounds; round++) {
          ceilings[round] = jobs.ceiling(events);
          lives[round] = jobs.live(events);
        }
        FigureSheet sheet = options.sheet();
        Figure ceiling = Figure.of("job.ceiling", Medians.of(ceilings), "events/s");
        sheet.add(ceiling);
        sheet.add(Figure.of("job.live", Medians.of(lives), "events/s").against(ceiling));
      }
    }
  }
}
