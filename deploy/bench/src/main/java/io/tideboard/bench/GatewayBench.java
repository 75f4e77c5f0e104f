// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.events.Event;
import io.tideboard.events.json.EventEncoder;
import io.tideboard.events.json.EventFormat;
import io.tideboard.gateway.Gateway;
import io.tideboard.gateway.GatewaySettings;
import io.tideboard.gateway.admission.AdmissionRules;
import io.tideboard.gateway.publish.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The gateway over loopback, 64 connections, every event acknowledged by Kafka. */
final class GatewayBench {

  private static final int CONNECTIONS = 64;
  private static final int PREPARED = 1_000;

  private final String bootstrapServers;

  GatewayBench(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Events a second, with so many events in each request. */
  double run(int eventsARequest, int requests) throws Exception {
    GatewaySettings settings =
        GatewaySettings.of(KafkaSettings.of(bootstrapServers))
            .onPort(0)
            .with(AdmissionRules.DEFAULT.withEventTime(true))
            .withPseudonymKey("a key for the bench".getBytes(StandardCharsets.US_ASCII));
    try (Gateway gateway = Gateway.start(settings)) {
      HttpLoad load = new HttpLoad(gateway.port(), CONNECTIONS, bodies(eventsARequest));
      load.run(requests / 2);
      return load.run(requests) * eventsARequest;
    }
  }

  private static List<byte[]> bodies(int eventsARequest) throws Exception {
    Iterator<Event> simulated = EventLoad.simulated();
    List<byte[]> bodies = new ArrayList<>(PREPARED);
    for (int i = 0; i < PREPARED; i++) {
      List<Event> batch = new ArrayList<>(eventsARequest);
      for (int j = 0; j < eventsARequest; j++) {
        batch.add(simulated.next());
      }
      bodies.add(
          eventsARequest == 1
              ? EventEncoder.plain(batch.get(0))
              : EventEncoder.batch(EventFormat.JSON, batch));
    }
    return bodies;
  }
}
