// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.events.Event;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A log in Kafka for the jobs to read. Made, encoded and sent event by event, so that it may be
 * longer than memory, and all of it there before a job begins, so that making it is not measured.
 */
public final class SimulatedLog {

  private SimulatedLog() {}

  /** The events of the bench, the same at every call, without end: see {@link EventLoad}. */
  public static Iterator<Event> events() {
    return EventLoad.simulated();
  }

  /** Sends so many of the events in each of the forms, and returns when all are acknowledged. */
  public static void fill(
      String bootstrapServers, Iterator<Event> events, long count, Set<LogForm> forms) {
    AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            settings(bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (long i = 0; i < count; i++) {
        Event event = events.next();
        byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
        for (LogForm form : forms) {
          producer.send(
              new ProducerRecord<>(form.topic(), key, form.encode(event)),
              (unused, failure) -> failed.compareAndSet(null, failure));
        }
      }
    }
    Exception failure = failed.get();
    if (failure != null) {
      throw new IllegalStateException("The log is not whole: " + failure.getMessage(), failure);
    }
  }

  private static Map<String, Object> settings(String bootstrapServers) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.BATCH_SIZE_CONFIG,
        256 * 1024,
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        64L * 1024 * 1024,
        ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG,
        "");
  }
}
