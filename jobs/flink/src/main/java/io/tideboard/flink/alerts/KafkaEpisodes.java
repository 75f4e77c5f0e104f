// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.alerts;

import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertJson;
import io.tideboard.core.clock.Micros;
import io.tideboard.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What {@code tideboard.alerts} says: read once, when the job starts. */
public final class KafkaEpisodes implements ToldEpisodes {

  /** A checkpoint is never older than this: what was over before matters to nobody. */
  private static final Duration LATELY = Duration.ofDays(1);

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(100);

  private final String bootstrapServers;

  public KafkaEpisodes(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  @Override
  public List<AlertEpisode> latest() {
    Map<String, AlertEpisode> latest = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      read(consumer, latest);
    }
    long newest = latest.values().stream().mapToLong(AlertEpisode::changedAt).max().orElse(0);
    long horizon = newest - Micros.of(LATELY);
    return latest.values().stream()
        .filter(episode -> episode.isOpen() || episode.changedAt() >= horizon)
        .toList();
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer, Map<String, AlertEpisode> latest) {
    List<PartitionInfo> found = consumer.partitionsFor(Topics.ALERTS, PATIENCE);
    List<TopicPartition> partitions =
        found.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException(
            Topics.ALERTS + " cannot be read to its end within " + PATIENCE.toSeconds() + " s");
      }
      consumer.poll(POLL).forEach(record -> take(record, latest));
    }
  }

  private static void take(
      ConsumerRecord<byte[], byte[]> record, Map<String, AlertEpisode> latest) {
    String id = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      latest.remove(id);
    } else {
      latest.put(id, AlertJson.read(record.value()));
    }
  }

  private Map<String, Object> client() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false,
        ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG,
        "");
  }
}
