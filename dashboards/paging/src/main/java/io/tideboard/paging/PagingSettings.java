// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a notifier needs to know.
 *
 * @param bootstrapServers addresses of Kafka, {@code host:port} with commas between
 * @param client further client properties, such as those of a secured cluster
 * @param receivers who is told; each name once
 * @param stale when the figures are stale
 * @param session after how long a notifier that is not heard of is taken over from
 */
public record PagingSettings(
    String bootstrapServers,
    Map<String, String> client,
    List<Receiver> receivers,
    StaleRule stale,
    Duration session) {

  public PagingSettings {
    client = Map.copyOf(client);
    receivers = List.copyOf(receivers);
    Set<String> names = new HashSet<>();
    for (Receiver receiver : receivers) {
      if (receiver.name().isBlank() || receiver.name().contains("/")) {
        throw new IllegalArgumentException(
            "'" + receiver.name() + "' as a receiver's name: expected some text without slashes");
      }
      if (!names.add(receiver.name())) {
        throw new IllegalArgumentException(
            "'" + receiver.name() + "' as a receiver's name: expected each once");
      }
    }
  }

  /** These receivers, of that Kafka. */
  public static PagingSettings of(String bootstrapServers, List<Receiver> receivers) {
    return new PagingSettings(
        bootstrapServers, Map.of(), receivers, StaleRule.DEFAULT, Duration.ofSeconds(6));
  }

  /** The same, with other rules for stale figures. */
  public PagingSettings with(StaleRule other) {
    return new PagingSettings(bootstrapServers, client, receivers, other, session);
  }
}
