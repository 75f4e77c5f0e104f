// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import java.time.Duration;
import java.util.Map;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers addresses of the cluster, {@code host:port} with commas between
 * @param client further client properties, such as those of a secured cluster
 * @param deliveryTimeout how long a request waits for Kafka's acknowledgement before the sender is
 *     told to try again
 */
public record KafkaSettings(
    String bootstrapServers, Map<String, String> client, Duration deliveryTimeout) {

  public KafkaSettings {
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException("'' as bootstrapServers: expected host:port");
    }
    if (deliveryTimeout.toMillis() < 100) {
      throw new IllegalArgumentException(
          deliveryTimeout + " as deliveryTimeout: expected at least PT0.1S");
    }
    client = Map.copyOf(client);
  }

  /** That cluster, without security, with ten seconds to acknowledge. */
  public static KafkaSettings of(String bootstrapServers) {
    return new KafkaSettings(bootstrapServers, Map.of(), Duration.ofSeconds(10));
  }

  /** The same cluster, with another patience. */
  public KafkaSettings withDeliveryTimeout(Duration deliveryTimeout) {
    return new KafkaSettings(bootstrapServers, client, deliveryTimeout);
  }
}
