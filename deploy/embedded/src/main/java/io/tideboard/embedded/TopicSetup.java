// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.embedded;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_BYTES_CONFIG;

import io.tideboard.events.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of Tideboard with their kinds, on any Kafka. Replication is the cluster's default. */
public final class TopicSetup {

  /** How long what was accepted, refused, breached or given up stays in Kafka. */
  private static final Duration RETENTION = Duration.ofDays(7);

  private static final Duration REMEMBERED = Duration.ofDays(90);
  private static final Duration UNTIL_KNOWN = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Admin admin;

  /** Works through that client, which stays the caller's to close. */
  public TopicSetup(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates what is missing and leaves what exists as it is. Returns when all exist.
   *
   * @param partitions of each topic but {@code tideboard.config}, {@code tideboard.alerts} and
   *     {@code tideboard.deliveries}, which have one, so that their order is everyone's order; at
   *     least 1
   * @throws KafkaException when the cluster refuses, or cannot be reached within the client's
   *     timeout
   */
  public void ensure(int partitions) {
    if (partitions < 1) {
      throw new IllegalArgumentException(partitions + " partitions: expected at least 1");
    }
    List<NewTopic> topics =
        List.of(
            log(Topics.EVENTS, partitions),
            log(Topics.REJECTED, partitions),
            log(Topics.BREACHES, partitions),
            log(Topics.ABANDONS, partitions),
            table(Topics.CONFIG, 1),
            table(Topics.QUEUES, partitions),
            table(Topics.AGENTS, partitions),
            table(Topics.INTERVALS, partitions),
            diary(Topics.FORECASTS, partitions),
            diary(Topics.ALERTS, 1),
            diary(Topics.DELIVERIES, 1));
    admin.createTopics(topics).values().forEach(TopicSetup::await);
    awaitKnown(topics.stream().map(NewTopic::name).toList());
  }

  /** A broker hears of new topics a moment after the controller has made them. */
  private void awaitKnown(List<String> topics) {
    long deadline = System.nanoTime() + UNTIL_KNOWN.toNanos();
    while (!isKnown(topics)) {
      if (System.nanoTime() > deadline) {
        throw new KafkaException(
            topics + " were created, and no broker knows them " + UNTIL_KNOWN + " later");
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
  }

  private boolean isKnown(List<String> topics) {
    try {
      admin.describeTopics(topics).allTopicNames().get();
      return true;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw new KafkaException(topics + " cannot be described", e.getCause());
    }
  }

  private static NewTopic log(String name, int partitions) {
    return topic(
        name,
        partitions,
        Map.of(
            CLEANUP_POLICY_CONFIG,
            CLEANUP_POLICY_DELETE,
            RETENTION_MS_CONFIG,
            String.valueOf(RETENTION.toMillis()),
            // Retention counts from when Kafka took a record. By the event's own time a replayed
            // log of last year would be deleted at once, and a simulated future refused.
            MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime"));
  }

  private static NewTopic table(String name, int partitions) {
    return topic(
        name,
        partitions,
        Map.of(
            CLEANUP_POLICY_CONFIG,
            CLEANUP_POLICY_COMPACT,
            // Small segments cleaned early: whoever starts reads these topics from the beginning.
            SEGMENT_BYTES_CONFIG,
            String.valueOf(16 * 1024 * 1024),
            MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.2",
            MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime"));
  }

  /** A table whose keys come and go: what has not changed for long is forgotten. */
  private static NewTopic diary(String name, int partitions) {
    NewTopic table = table(name, partitions);
    Map<String, String> config = new HashMap<>(table.configs());
    config.put(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT + "," + CLEANUP_POLICY_DELETE);
    config.put(RETENTION_MS_CONFIG, String.valueOf(REMEMBERED.toMillis()));
    return table.configs(config);
  }

  private static NewTopic topic(String name, int partitions, Map<String, String> config) {
    return new NewTopic(name, Optional.of(partitions), Optional.<Short>empty()).configs(config);
  }

  private static void await(String topic, KafkaFuture<Void> created) {
    try {
      created.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new KafkaException(topic + " cannot be created", e.getCause());
      }
    }
  }
}
