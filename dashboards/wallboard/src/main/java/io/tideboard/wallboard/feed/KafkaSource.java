// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.feed;

import java.util.Map;

/**
 * Where the results are read.
 *
 * @param bootstrapServers addresses of the cluster, {@code host:port} with commas between
 * @param client further client properties, such as those of a secured cluster
 */
public record KafkaSource(String bootstrapServers, Map<String, String> client) {

  public KafkaSource {
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException("'' as bootstrapServers: expected host:port");
    }
    client = Map.copyOf(client);
  }

  /** That cluster, without security. */
  public static KafkaSource of(String bootstrapServers) {
    return new KafkaSource(bootstrapServers, Map.of());
  }
}
