// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.events.Topics;
import io.tideboard.flink.alerts.KafkaEpisodes;
import io.tideboard.flink.state.Types;
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
import org.apache.flink.util.Collector;
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
        definitions(env, bootstrapServers),
        bootstrapServers,
        settings);
  }

  /** Turns events into figures and writes these to their topics. */
  public static void publish(
      DataStream<KeyedEvent> events,
      DataStream<Control> definitions,
      String bootstrapServers,
      LiveSettings settings) {
    LivePipeline.of(events, definitions, settings.after(new KafkaEpisodes(bootstrapServers)))
        .sinkTo(sink(bootstrapServers))
        .name("figures")
        .uid("figures");
  }

  /** What is changed in {@code tideboard.config} while the job runs. */
  private static DataStream<Control> definitions(
      StreamExecutionEnvironment env, String bootstrapServers) {
    KafkaSource<Control> source =
        KafkaSource.<Control>builder()
            .setBootstrapServers(bootstrapServers)
            .setTopics(Topics.CONFIG)
            .setGroupId("tideboard-live-config")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new DefinitionReader())
            .setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "50")
            .build();
    WatermarkStrategy<Control> timeless =
        WatermarkStrategy.forGenerator(unused -> new Timeless<>());
    return env.fromSource(source, timeless, "definitions").uid("definitions").setParallelism(1);
  }

  /** No definition ever changes: for a log with an end. */
  public static DataStream<Control> unchanged(StreamExecutionEnvironment env) {
    return env.fromSequence(0, 0)
        .setParallelism(1)
        .flatMap((Long none, Collector<Control> out) -> {}, Types.CONTROL)
        .name("definitions")
        .setParallelism(1);
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
