// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.events.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that only the bench has. */
public final class BenchTopics {

  private BenchTopics() {}

  /**
   * What is kept of a topic that nobody reads, in each partition, in bytes: as little as a quick
   * broker goes through in a second, so that its files stay in memory that the system has already.
   * Fresh memory was seen to make a broker's writes four times as expensive.
   */
  private static final long KEPT_BYTES = 64L << 20;

  private static final long SEGMENT_BYTES = 16L << 20;

  /** Creates them; they live as long as the bench's own Kafka. */
  public static void create(String bootstrapServers, int partitions, List<String> names)
      throws Exception {
    create(bootstrapServers, names.stream().map(name -> topic(name, partitions)).toList());
  }

  /** The topic of events, of which only the last are kept, because nobody reads them. */
  static void createUnread(String bootstrapServers, int partitions) throws Exception {
    Map<String, String> config =
        Map.of(
            TopicConfig.RETENTION_BYTES_CONFIG,
            String.valueOf(KEPT_BYTES),
            TopicConfig.SEGMENT_BYTES_CONFIG,
            String.valueOf(SEGMENT_BYTES),
            TopicConfig.FILE_DELETE_DELAY_MS_CONFIG,
            "100",
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime");
    create(bootstrapServers, List.of(topic(Topics.EVENTS, partitions).configs(config)));
  }

  private static NewTopic topic(String name, int partitions) {
    return new NewTopic(name, Optional.of(partitions), Optional.<Short>empty());
  }

  private static void create(String bootstrapServers, List<NewTopic> topics) throws Exception {
    Map<String, Object> client =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
            "");
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(topics).all().get();
    }
  }
}
