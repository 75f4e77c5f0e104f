// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The properties of the gateway's Kafka clients. */
final class ClientProperties {

  private static final int BATCH_BYTES = 256 * 1024;

  /** One that Kafka works on and one on its way: more are smaller, and cost more an event. */
  private static final int IN_FLIGHT = 2;

  private static final long BUFFER_BYTES = 24L * 1024 * 1024;

  private static final long ORDERED_BUFFER_BYTES = 4L * 1024 * 1024;
  private static final long ORDERED_BLOCK_MILLIS = 5_000;

  private ClientProperties() {}

  static Map<String, Object> producer(KafkaSettings settings) {
    Map<String, Object> properties = common(settings);
    int deliveryMillis = (int) settings.deliveryTimeout().toMillis();
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // A sender with one request at a time must not wait for company. Under load batches fill by
    // themselves, while earlier ones are on their way.
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, IN_FLIGHT);
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    // Sending happens on event loops, which must never wait: no room is an answer, not a pause.
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryMillis);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, deliveryMillis / 2));
    // Metadata of a topic nobody wrote to for five minutes would be forgotten, and the next send
    // refused because it may not wait for it.
    properties.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(3650).toMillis());
    return properties;
  }

  /** Of a producer that may wait, and never gives up: its records are safe meanwhile. */
  static Map<String, Object> orderedProducer(KafkaSettings settings) {
    Map<String, Object> properties = producer(settings);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, ORDERED_BUFFER_BYTES);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ORDERED_BLOCK_MILLIS);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, "tideboard-gateway-spool");
    properties.putAll(settings.client());
    return properties;
  }

  static Map<String, Object> admin(KafkaSettings settings, int timeoutMillis) {
    Map<String, Object> properties = common(settings);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis);
    return properties;
  }

  private static Map<String, Object> common(KafkaSettings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, "tideboard-gateway");
    // No JMX: the metrics page reads the clients' metrics directly.
    properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
    properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 50);
    properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    properties.putAll(settings.client());
    return properties;
  }
}
