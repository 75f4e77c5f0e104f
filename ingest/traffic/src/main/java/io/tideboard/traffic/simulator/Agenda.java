// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.util.PriorityQueue;

/** What is still to happen, by time; what is due at the same instant happens as it was entered. */
final class Agenda {

  private record Entry(long at, long order, Runnable action) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>(1024);
  private long entered;
  private long now;

  Agenda(long startMillis) {
    this.now = startMillis;
  }

  /** The simulated time, in milliseconds since 1970. */
  long now() {
    return now;
  }

  void in(long millis, Runnable action) {
    at(now + millis, action);
  }

  void at(long millis, Runnable action) {
    entries.add(new Entry(Math.max(now, millis), entered++, action));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Moves time on to the next entry and does it. */
  void advance() {
    Entry next = entries.remove();
    now = next.at;
    next.action.run();
  }
}
