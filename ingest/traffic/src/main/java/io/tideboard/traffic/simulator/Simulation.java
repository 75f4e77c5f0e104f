// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Event;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * What happens in a scenario, as events in the order of their times, no two at one instant. The
 * n-th event is a function of scenario, seed and n. It is made when asked for; memory holds the
 * agents and the open interactions. Ends when the scenario's length has passed and everybody who
 * came was served to the end. Not for use by several threads.
 */
public final class Simulation implements Iterator<Event> {

  private final Center center;
  private boolean closed;

  /** The scenario from its start, played with that seed. */
  public Simulation(Scenario scenario, long seed) {
    this.center = new Center(scenario, seed);
  }

  @Override
  public boolean hasNext() {
    while (center.journal.isEmpty() && !closed) {
      if (center.over()) {
        closed = true;
        center.floor.close();
      } else {
        center.agenda.advance();
      }
    }
    return !center.journal.isEmpty();
  }

  @Override
  public Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the simulated center has closed");
    }
    return center.journal.take();
  }
}
