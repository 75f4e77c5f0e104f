// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.events.json.EventEncoder;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.launcher.ExitCode;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.launcher.run.KafkaAccess;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what comes into a topic. */
@Command(
    name = "tail",
    description = "Print the records of a topic as JSON, one a line, as they come.")
public final class TailCommand implements Callable<Integer> {

  @Mixin private ConfigFlags config;
  @Mixin private KafkaFlags kafka;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      defaultValue = Topics.EVENTS,
      description = "Default: ${DEFAULT-VALUE}.")
  private String topic;

  @Option(names = "--from-beginning", description = "Begin with the oldest record.")
  private boolean fromBeginning;

  @Option(
      names = "--max",
      paramLabel = "N",
      defaultValue = "" + Long.MAX_VALUE,
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description = "End after so many records.")
  private long most;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    TideboardConfig effective = config.load(kafka);
    String bootstrap = effective.kafka().bootstrap();
    KafkaAccess.require(bootstrap);
    Map<String, Object> client =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG,
            "");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
      }
      print(consumer, spec.commandLine().getOut());
    }
    return ExitCode.OK;
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw CommandFailed.because("'" + topic + "' as --topic: expected one that exists");
    }
    return partitions;
  }

  private void print(KafkaConsumer<byte[], byte[]> consumer, PrintWriter out) {
    for (long printed = 0; printed < most && !out.checkError(); ) {
      for (ConsumerRecord<byte[], byte[]> read : consumer.poll(Duration.ofSeconds(1))) {
        if (printed++ < most) {
          out.println(json(read));
        }
      }
    }
  }

  private String json(ConsumerRecord<byte[], byte[]> read) {
    byte[] value = read.value();
    if (value == null) {
      return "null";
    }
    byte[] json =
        topic.equals(Topics.EVENTS) ? EventEncoder.plain(CompactForm.decode(value).event()) : value;
    return new String(json, StandardCharsets.UTF_8);
  }
}
