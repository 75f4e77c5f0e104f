// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.feed;

import io.tideboard.events.Topics;
import io.tideboard.history.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The topic of rows, as it is now.
 *
 * @param id which Kafka gave it: made anew, it has another one
 * @param ends by partition, the offset behind its last record
 */
record RowTopic(String id, Map<TopicPartition, Long> ends) {

  private static final int PATIENCE_SECONDS = 5;

  /** Behind the name of a source that has lost its end. */
  private static final String CUT = "+";

  /**
   * @throws KafkaException when it cannot be found
   */
  static RowTopic find(KafkaSource source, Consumer<?, ?> consumer) {
    TopicDescription topic = describe(properties(source));
    List<TopicPartition> partitions =
        topic.partitions().stream()
            .map(partition -> new TopicPartition(Topics.INTERVALS, partition.partition()))
            .toList();
    return new RowTopic(topic.topicId().toString(), consumer.endOffsets(partitions));
  }

  private static Map<String, Object> properties(KafkaSource source) {
    Map<String, Object> properties = new HashMap<>(source.client());
    properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, source.bootstrapServers());
    properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "tideboard-history");
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1_000);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1_000);
    properties.putIfAbsent(AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
    return properties;
  }

  private static TopicDescription describe(Map<String, Object> properties) {
    try (Admin admin = Admin.create(properties)) {
      Map<String, TopicDescription> described =
          admin
              .describeTopics(List.of(Topics.INTERVALS))
              .allTopicNames()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return Objects.requireNonNull(described.get(Topics.INTERVALS));
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException(Topics.INTERVALS + " cannot be described", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  /**
   * Where a store goes on that has got so far: at the beginning, as another source, when this is
   * another topic than it knows, or when the topic ends before what it knows.
   */
  Progress goOn(Progress known) {
    if (!known.source().replace(CUT, "").equals(id)) {
      return new Progress(id, Map.of());
    }
    Map<Integer, Long> end =
        ends.entrySet().stream()
            .collect(Collectors.toMap(each -> each.getKey().partition(), Map.Entry::getValue));
    boolean cut =
        known.next().entrySet().stream()
            .anyMatch(each -> each.getValue() > end.getOrDefault(each.getKey(), 0L));
    return cut ? new Progress(known.source() + CUT, Map.of()) : known;
  }
}
