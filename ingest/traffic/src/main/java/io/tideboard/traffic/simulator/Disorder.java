// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** What networks and senders do to a log, for tests: seeded, so that a failure can be repeated. */
public final class Disorder {

  private Disorder() {}

  /** Every event twice, the second right after the first. */
  public static List<Event> duplicated(List<Event> events) {
    List<Event> twice = new ArrayList<>(events.size() * 2);
    for (Event event : events) {
      twice.add(event);
      twice.add(event);
    }
    return twice;
  }

  /**
   * The events as they would arrive if each were delayed by up to {@code window}: no event comes
   * before one that is {@code window} or more older.
   */
  public static List<Event> shuffledWithin(List<Event> events, Duration window, long seed) {
    record Arrival(Event event, long at) {}
    SplittableRandom random = new SplittableRandom(seed);
    long most = Math.max(1, window.toNanos() / 1000);
    return events.stream()
        .map(event -> new Arrival(event, micros(event) + random.nextLong(most)))
        .sorted(Comparator.comparingLong(Arrival::at))
        .map(Arrival::event)
        .toList();
  }

  private static long micros(Event event) {
    Instant time = event.header().occurredAt();
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }
}
