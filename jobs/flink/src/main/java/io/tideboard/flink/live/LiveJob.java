// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.events.Topics;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The live job between two ends in Kafka: {@code tideboard.events} and the topics of figures. */
public final class LiveJob {

  /**
   * A partition that is silent for so long does not hold back the time of the others. Not shorter,
   * since a partition of which much is still to be read may be silent for a moment, too.
   */
  private static final Duration IDLE = Duration.ofSeconds(1);

  private LiveJob() {}

  /**
   * Adds the live job to the environment.
   *
   * @param bootstrapServers where Kafka is
   */
  public static void addTo(
      StreamExecutionEnvironment env, String bootstrapServers, LiveSettings settings) {
    publish(
        env.fromSource(source(bootstrapServers).build(), time(), "events").uid("events"),
        bootstrapServers,
        settings);
  }

  /** Turns events into figures and writes these to their topics. */
  public static void publish(
      DataStream<KeyedEvent> events, String bootstrapServers, LiveSettings settings) {
    LivePipeline.of(events, settings).sinkTo(sink(bootstrapServers)).name("figures").uid("figures");
  }

  /** The log as it stands now: a job over it ends. */
  public static KafkaSource<KeyedEvent> boundedSource(String bootstrapServers) {
    return source(bootstrapServers).setBounded(OffsetsInitializer.latest()).build();
  }

  private static KafkaSourceBuilder<KeyedEvent> source(String bootstrapServers) {
    return KafkaSource.<KeyedEvent>builder()
        .setBootstrapServers(bootstrapServers)
        .setTopics(Topics.EVENTS)
        .setGroupId("tideboard-live")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new EventReader())
        .setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "50")
        .setProperty("partition.discovery.interval.ms", "30000");
  }

  /** How the stream tells its time: by when the gateway received what has been read. */
  public static WatermarkStrategy<KeyedEvent> time() {
    return WatermarkStrategy.<KeyedEvent>forGenerator(unused -> new ReceivedAt())
        .withTimestampAssigner((event, unused) -> ReceivedAt.of(event))
        .withIdleness(IDLE);
  }

  /** Upserts with a revision: written at least once, and the same when written twice. */
  private static KafkaSink<Publication> sink(String bootstrapServers) {
    Properties producer = new Properties();
    producer.setProperty(ProducerConfig.LINGER_MS_CONFIG, "5");
    producer.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return KafkaSink.<Publication>builder()
        .setBootstrapServers(bootstrapServers)
        .setRecordSerializer(new PublicationWriter())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setKafkaProducerConfig(producer)
        .build();
  }
}
