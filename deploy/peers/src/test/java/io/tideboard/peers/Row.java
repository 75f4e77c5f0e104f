// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** A row as a reader of the results sees it. */
record Row(
    long offered,
    long answered,
    long answeredWithin,
    long abandoned,
    long waiting,
    @Nullable Double serviceLevel) {

  static final Row NONE = of(0, 0, 0, 0, 0);

  private static final ObjectMapper JSON = new ObjectMapper();

  static Row of(long offered, long answered, long answeredWithin, long abandoned, long waiting) {
    long ended = answered + abandoned;
    Double serviceLevel = ended == 0 ? null : (Double) ((double) answeredWithin / ended);
    return new Row(offered, answered, answeredWithin, abandoned, waiting, serviceLevel);
  }

  Row plus(Row more) {
    return of(
        offered + more.offered,
        answered + more.answered,
        answeredWithin + more.answeredWithin,
        abandoned + more.abandoned,
        waiting + more.waiting);
  }

  /** The last row of each queue and start, by these. */
  static Map<String, Row> latestIn(String topic, String bootstrapServers) throws IOException {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    Map<String, Row> rows = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers), bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          JsonNode json = JSON.readTree(record.value());
          rows.put(key(json.get("queue").asText(), json.get("start").asLong()), of(json));
        }
      }
    }
    return rows;
  }

  static String key(String queue, long start) {
    return queue + "/" + start;
  }

  private static Row of(JsonNode json) {
    return new Row(
        json.get("offered").asLong(),
        json.get("answered").asLong(),
        json.get("answeredWithin").asLong(),
        json.get("abandoned").asLong(),
        json.get("waiting").asLong(),
        json.get("serviceLevel").isNull() ? null : json.get("serviceLevel").asDouble());
  }
}
