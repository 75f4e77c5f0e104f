// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.events.Topics;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The raw producer in this JVM: what no gateway can beat. It fills the log for the jobs, too. */
final class ProducerBench {

  private ProducerBench() {}

  /** Sends everything, waits until all is acknowledged, and returns records a second. */
  static double run(String bootstrapServers, EventLoad load) {
    Properties config = new Properties();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.LINGER_MS_CONFIG, "5");
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, "131072");
    AtomicLong failed = new AtomicLong();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.partitionsFor(Topics.EVENTS);
      long begin = System.nanoTime();
      for (int i = 0; i < load.size(); i++) {
        producer.send(
            new ProducerRecord<>(Topics.EVENTS, load.keys().get(i), load.values().get(i)),
            (metadata, failure) -> {
              if (failure != null) {
                failed.incrementAndGet();
              }
            });
      }
      producer.flush();
      double seconds = (System.nanoTime() - begin) / 1e9;
      if (failed.get() > 0) {
        throw new IllegalStateException(failed + " of " + load.size() + " records failed");
      }
      return load.size() / seconds;
    }
  }
}
