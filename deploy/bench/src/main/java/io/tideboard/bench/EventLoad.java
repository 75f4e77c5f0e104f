// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.events.Event;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.traffic.simulator.Scenario;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A simulated center's events, encoded beforehand so that making them is not measured. */
record EventLoad(List<byte[]> keys, List<byte[]> values) {

  /** The first events of a center twenty times mid-size: some 200 000 contacts a day. */
  static EventLoad of(int events) {
    Scenario scenario = Scenarios.midSizeCenter().scaledTo(20);
    List<byte[]> keys = new ArrayList<>(events);
    List<byte[]> values = new ArrayList<>(events);
    for (int run = 0; keys.size() < events; run++) {
      Simulation simulation = new Simulation(scenario.prefixed("bench" + run), run);
      while (keys.size() < events && simulation.hasNext()) {
        Event event = simulation.next();
        keys.add(event.key().getBytes(StandardCharsets.UTF_8));
        values.add(CompactForm.encode(event, event.header().occurredAt()));
      }
    }
    return new EventLoad(keys, values);
  }

  int size() {
    return keys.size();
  }
}
