// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.events.Topics;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A bare {@link KafkaProducer} in the bench's own JVM, beside the broker: what no gateway can beat.
 * The gateway's settings, which were also the fastest of those that were tried: acks=all,
 * idempotent, 256 KiB batches, two requests in flight, no linger, no compression, 24 MiB of
 * buffers; one thread that sends, because a second one was slower on two cores. It waits for room
 * where the gateway would refuse.
 */
final class RawProducer implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;

  RawProducer(String bootstrapServers) {
    Properties config = new Properties();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.LINGER_MS_CONFIG, "0");
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "2");
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, String.valueOf(256 * 1024));
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, String.valueOf(24 * 1024 * 1024));
    config.put(ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    producer.partitionsFor(Topics.EVENTS);
  }

  /**
   * Sends so many records, those of the load in turn and then from the first again, waits until all
   * are acknowledged, and returns records a second.
   */
  double send(EventLoad load, int records) {
    AtomicLong failed = new AtomicLong();
    int size = load.size();
    long begin = System.nanoTime();
    for (int i = 0, at = 0; i < records; i++, at = at + 1 == size ? 0 : at + 1) {
      producer.send(
          new ProducerRecord<>(Topics.EVENTS, load.keys().get(at), load.values().get(at)),
          (metadata, failure) -> {
            if (failure != null) {
              failed.incrementAndGet();
            }
          });
    }
    producer.flush();
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " of " + records + " records failed");
    }
    return records / seconds;
  }

  @Override
  public void close() {
    producer.close();
  }
}
