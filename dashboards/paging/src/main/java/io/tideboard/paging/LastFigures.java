// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Of when the latest figures in {@code tideboard.queues} are. Reads the last record of each
 * partition that has grown, and none of the thousands before it.
 */
final class LastFigures {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int POLLS = 5;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final boolean eventTime;
  private final Map<TopicPartition, Long> seen = new HashMap<>();
  private @Nullable Instant freshest;

  LastFigures(KafkaConsumer<byte[], byte[]> consumer, boolean eventTime) {
    this.consumer = consumer;
    this.eventTime = eventTime;
  }

  /** Null when there were never any. */
  @Nullable Instant look() {
    List<TopicPartition> partitions = new ArrayList<>();
    consumer
        .partitionsFor(Topics.QUEUES)
        .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<TopicPartition> grown =
        partitions.stream().filter(p -> end(p, ends) > end(p, seen)).toList();
    if (!grown.isEmpty()) {
      consumer.assign(grown);
      grown.forEach(partition -> consumer.seek(partition, end(partition, ends) - 1));
      for (int i = 0; i < POLLS && grown.stream().anyMatch(p -> isBehind(p, ends)); i++) {
        consumer.poll(POLL).forEach(this::take);
      }
      grown.forEach(partition -> seen.put(partition, end(partition, ends)));
    }
    return freshest;
  }

  private boolean isBehind(TopicPartition partition, Map<TopicPartition, Long> ends) {
    return consumer.position(partition) < end(partition, ends);
  }

  private static long end(TopicPartition partition, Map<TopicPartition, Long> ends) {
    return ends.getOrDefault(partition, 0L);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    Instant of = Instant.ofEpochMilli(record.timestamp());
    if (!eventTime && record.value() != null) {
      String asOf = Json.parse(record.value()).path("asOf").asText();
      of = asOf.isEmpty() ? of : Instant.parse(asOf);
    }
    if (freshest == null || of.isAfter(freshest)) {
      freshest = of;
    }
  }
}
