// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.events.Event;
import io.tideboard.traffic.simulator.Scenario;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/** A simulated center's events, encoded beforehand so that making them is not measured. */
record EventLoad(List<byte[]> keys, List<byte[]> values) {

  /**
   * Simulated events without end: one day after another, with a day between them for what is left
   * over from the night, each with ids of its own.
   */
  static Iterator<Event> simulated() {
    Scenario scenario = Scenarios.midSizeCenter().scaledTo(20);
    return new Iterator<>() {
      private int day;
      private Simulation simulation = new Simulation(scenario.prefixed("bench0"), 0);

      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Event next() {
        if (!simulation.hasNext()) {
          day++;
          Instant start = scenario.start().plus(Duration.ofDays(2L * day));
          simulation = new Simulation(scenario.startingAt(start).prefixed("bench" + day), day);
        }
        return simulation.next();
      }
    };
  }

  int size() {
    return keys.size();
  }
}
