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
  private static final int ROUNDS = 5;

  @ParentCommand private BenchCommand bench;

  @Override
  public Integer call() throws Exception {
    measure(bench.options());
    return 0;
  }

  void measure(BenchOptions options) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      String bootstrapServers = kafka.bootstrapServers();
      BenchTopics.createUnread(bootstrapServers, PARTITIONS);
      kafka.createTopics(PARTITIONS);
      try (RawProducer producer = new RawProducer(bootstrapServers);
          GatewayProcess gateway = GatewayProcess.start(bootstrapServers);
          LoadProcess load = LoadProcess.start(gateway.port())) {
        new GatewayBench(producer, gateway, load)
            .measure(options.rounds(ROUNDS), options.events(), options.sheet());
        new SlowAttacks(gateway.port(), load).measure(options.sheet());
      }
    }
    new KafkaOutage().measure(options.sheet());
  }
}
