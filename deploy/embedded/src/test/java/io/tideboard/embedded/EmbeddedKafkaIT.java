// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  @TempDir Path directory;

  @Test
  void whatWasAcknowledgedIsThereAfterARestartOnTheSameData() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerOptions.keptIn(directory))) {
      kafka.createTopics(2);
      send(kafka, "before the restart");
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerOptions.keptIn(directory))) {
      kafka.createTopics(2);
      send(kafka, "after the restart");
      assertThat(readTwo(kafka)).containsExactly("before the restart", "after the restart");
    }
  }

  @Test
  void aTemporaryBrokerLeavesNoFiles() {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    assertThat(kafka.directory()).isDirectory();
    kafka.close();
    assertThat(kafka.directory()).doesNotExist();
  }

  @Test
  void deletingTheDataLeavesOtherFilesOfTheDirectoryAlone() throws Exception {
    Path other = Files.writeString(directory.resolve("other.txt"), "kept");
    EmbeddedKafka.start(BrokerOptions.keptIn(directory).keeping(false)).close();
    assertThat(directory).isDirectoryContaining(other::equals);
    assertThat(directory.resolve("kafka")).doesNotExist();
  }

  @Test
  void logsAreDeletedByAgeAndTablesCompacted() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        Admin admin = Admin.create(client(kafka))) {
      kafka.createTopics(3);
      assertThat(policy(admin, Topics.EVENTS)).isEqualTo("delete");
      assertThat(policy(admin, Topics.REJECTED)).isEqualTo("delete");
      assertThat(policy(admin, Topics.BREACHES)).isEqualTo("delete");
      assertThat(policy(admin, Topics.CONFIG)).isEqualTo("compact");
      assertThat(policy(admin, Topics.QUEUES)).isEqualTo("compact");
      assertThat(policy(admin, Topics.AGENTS)).isEqualTo("compact");
      assertThat(policy(admin, Topics.INTERVALS)).isEqualTo("compact");
      assertThat(partitions(admin, Topics.EVENTS)).isEqualTo(3);
      assertThat(partitions(admin, Topics.CONFIG)).isEqualTo(1);
    }
  }

  @Test
  void anEventOfLastCenturyIsNotDeletedForItsAge() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        Admin admin = Admin.create(client(kafka))) {
      kafka.createTopics(1);
      assertThat(setting(admin, Topics.EVENTS, "message.timestamp.type"))
          .isEqualTo("LogAppendTime");
    }
  }

  private static void send(EmbeddedKafka kafka, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client(kafka), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(Topics.EVENTS, 0, "key", value)).get();
    }
  }

  private static List<String> readTwo(EmbeddedKafka kafka) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(client(kafka), new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(Topics.EVENTS, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      while (values.size() < 2) {
        for (ConsumerRecord<String, String> read : consumer.poll(Duration.ofSeconds(10))) {
          values.add(read.value());
        }
      }
    }
    return values;
  }

  private static Map<String, Object> client(EmbeddedKafka kafka) {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  private static String policy(Admin admin, String topic) throws Exception {
    return setting(admin, topic, "cleanup.policy");
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
  }

  private static int partitions(Admin admin, String topic) throws Exception {
    TopicDescription description =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    return description.partitions().size();
  }
}
