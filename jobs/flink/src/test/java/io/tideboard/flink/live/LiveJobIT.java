// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static io.tideboard.flink.live.CallEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.core.agents.AgentResults;
import io.tideboard.core.breach.Breach;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.results.Results;
import io.tideboard.core.tally.Measure;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.flink.EmbeddedFlink;
import io.tideboard.flink.JobEnvironment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The live job as it runs: a real broker, a real Flink, events in and figures out. */
class LiveJobIT {

  private static final int PARTITIONS = 2;
  private static EmbeddedKafka kafka;
  private static EmbeddedFlink flink;
  private static KafkaProducer<byte[], byte[]> producer;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start();
    kafka.createTopics(PARTITIONS);
    flink = EmbeddedFlink.start(2);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    StreamExecutionEnvironment env = JobEnvironment.create(2, null);
    LiveJob.addTo(env, kafka.bootstrapServers(), LiveSettings.of(QueueCatalog.DEFAULTS));
    flink.submit(env, "tideboard-live");
  }

  @AfterAll
  static void stop() {
    producer.close();
    flink.close();
    kafka.close();
  }

  @Test
  void aContactThatNobodyAnswersIsShownAndBreachesInSilence() {
    log(event("waits-alone", 0, new InteractionChange.Queued(null)));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(statuses())
                    .last()
                    .satisfies(status -> assertThat(status.line().waiting()).isEqualTo(1)));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(read(Topics.BREACHES))
                    .extracting(value -> Results.readBreach(value).breach())
                    .filteredOn(breach -> breach.key().queue().equals("sales"))
                    .extracting(Breach::kind)
                    .contains(BreachKind.AT_RISK, BreachKind.BREACH));

    log(event("waits-alone", 90, new InteractionChange.Answered()));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              List<QueueStatus> told = statuses();
              QueueStatus last = told.get(told.size() - 1);
              assertThat(last.line().waiting()).isZero();
              assertThat(last.line().inProgress()).isEqualTo(1);
              assertThat(last.counts().breaches()).isEqualTo(1);
              assertThat(last.counts().total().get(Measure.ANSWERED)).isEqualTo(1);
            });
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(read(Topics.INTERVALS))
                    .extracting(value -> Results.readRow(value).tally().get(Measure.ANSWERED))
                    .contains(1L));
  }

  @Test
  void aChangedDefinitionHoldsInTheRunningJob() {
    define("billing", "{\"threshold\": \"3s\"}");
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              // Each waits for 10 seconds: too long only by what has been changed.
              log(waits("promised-" + System.nanoTime(), 100));
              log(event("later", 110, new InteractionChange.Created()));
              assertThat(read(Topics.BREACHES))
                  .extracting(value -> Results.readBreach(value).breach())
                  .anySatisfy(
                      breach -> {
                        assertThat(breach.key().queue()).isEqualTo("billing");
                        assertThat(breach.threshold()).isEqualTo(3_000_000);
                      });
            });
  }

  private static void define(String queue, String json) {
    producer.send(
        new ProducerRecord<>(
            Topics.CONFIG,
            queue.getBytes(StandardCharsets.UTF_8),
            json.getBytes(StandardCharsets.UTF_8)));
    producer.flush();
  }

  private static Event waits(String call, double second) {
    return new InteractionEvent(
        new EventHeader(call, "test", CallEvents.at(second)),
        Contact.of(call).on(Channel.VOICE).in("billing"),
        new InteractionChange.Queued(null));
  }

  private static void log(Event event) {
    producer.send(
        new ProducerRecord<>(
            Topics.EVENTS,
            event.key().getBytes(StandardCharsets.UTF_8),
            CompactForm.encode(event, event.header().occurredAt())));
    producer.flush();
  }

  private static List<QueueStatus> statuses() {
    return read(Topics.QUEUES).stream()
        .map(Results::readStatus)
        .filter(status -> status.key().queue().equals("sales"))
        .toList();
  }

  private static List<byte[]> read(String topic) {
    List<byte[]> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          if (!AgentResults.ofTeam(new String(record.key(), StandardCharsets.UTF_8))) {
            values.add(record.value());
          }
        }
      }
    }
    return values;
  }
}
