// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import io.tideboard.bench.Odometer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/**
 * How far a Kafka Streams application is in a log that has an end, which by itself it would never
 * notice.
 */
final class Progress {

  private final long events;
  private final LongAdder read = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder counted = new LongAdder();
  private volatile long lastAcknowledged;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private Progress(long events) {
    this.events = events;
  }

  /** No progress yet, in as much as the topic holds now. */
  static Progress over(String bootstrapServers, String topic) {
    Map<String, Object> settings =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      return new Progress(
          consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum());
    }
  }

  /** An event was read. */
  void read() {
    Odometer.pass();
    read.increment();
  }

  /** A change is on its way to where it is counted. */
  void sent() {
    sent.increment();
  }

  /** A change was counted. */
  void counted() {
    counted.increment();
  }

  /** Kafka has a record that was written. */
  void acknowledged() {
    lastAcknowledged = System.nanoTime();
  }

  /** When that was last, by {@link System#nanoTime}. */
  long lastAcknowledged() {
    return lastAcknowledged;
  }

  StreamThreadExceptionResponse failed(Throwable reason) {
    failure.compareAndSet(null, reason);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** Waits until every event was read and every change counted. */
  void awaitEnd() throws InterruptedException {
    while (read.sum() < events || counted.sum() < sent.sum()) {
      Throwable reason = failure.get();
      if (reason != null) {
        throw new IllegalStateException("Kafka Streams failed: " + reason.getMessage(), reason);
      }
      Thread.sleep(5);
    }
  }
}
