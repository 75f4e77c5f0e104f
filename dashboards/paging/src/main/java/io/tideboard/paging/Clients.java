// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The notifier's Kafka clients. */
final class Clients {

  /** One of the group is on duty. */
  private static final String GROUP = "tideboard-paging";

  private static final String NO_REPORTERS = "";
  private static final int HEARTBEATS_A_SESSION = 4;
  private static final int PATIENCE_MILLIS = 5_000;

  private final PagingSettings settings;

  Clients(PagingSettings settings) {
    this.settings = settings;
  }

  KafkaConsumer<byte[], byte[]> member() {
    Map<String, Object> properties = reading();
    int session = Math.toIntExact(settings.session().toMillis());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / HEARTBEATS_A_SESSION);
    return new KafkaConsumer<>(properties);
  }

  KafkaConsumer<byte[], byte[]> reader() {
    return new KafkaConsumer<>(reading());
  }

  private Map<String, Object> reading() {
    Map<String, Object> properties = new HashMap<>(settings.client());
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.putIfAbsent(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    properties.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    properties.putIfAbsent(ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, NO_REPORTERS);
    return properties;
  }

  KafkaProducer<byte[], byte[]> writer() {
    Map<String, Object> properties = new HashMap<>(settings.client());
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, GROUP);
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.putIfAbsent(ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, NO_REPORTERS);
    return new KafkaProducer<>(properties);
  }
}
