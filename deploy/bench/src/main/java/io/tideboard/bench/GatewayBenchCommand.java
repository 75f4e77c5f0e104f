// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.embedded.EmbeddedKafka;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code bench gateway}: the gateway beside a raw producer, into the same Kafka. */
@Command(name = "gateway", description = "Measure the gateway beside a raw Kafka producer.")
final class GatewayBenchCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;

  @ParentCommand private BenchCommand bench;

  @Override
  public Integer call() throws Exception {
    measure(bench.options());
    return 0;
  }

  void measure(BenchOptions options) throws Exception {
    int rounds = options.rounds();
    double[] raws = new double[rounds];
    double[] hundreds = new double[rounds];
    double[] singles = new double[rounds];
    EventLoad load = EventLoad.of(options.events());
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(PARTITIONS);
      GatewayBench gateway = new GatewayBench(kafka.bootstrapServers());
      for (int round = 0; round < rounds; round++) {
        raws[round] = ProducerBench.run(kafka.bootstrapServers(), load);
        hundreds[round] = gateway.run(100, 10_000);
        singles[round] = gateway.run(1, 100_000);
      }
    }
    FigureSheet sheet = options.sheet();
    Figure raw = Figure.of("producer.raw", Medians.of(raws), "events/s");
    sheet.add(raw);
    sheet.add(Figure.of("gateway.batch-100", Medians.of(hundreds), "events/s").against(raw));
    sheet.add(Figure.of("gateway.batch-1", Medians.of(singles), "events/s").against(raw));
  }
}
