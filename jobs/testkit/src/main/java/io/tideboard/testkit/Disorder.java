// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import io.tideboard.events.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What happens to a log on its way: the same for the same seed. */
public final class Disorder {

  private final Random random;

  private Disorder(long seed) {
    this.random = new Random(seed);
  }

  /** The disorder of that seed. */
  public static Disorder seeded(long seed) {
    return new Disorder(seed);
  }

  /** Every event in any order. */
  public List<Event> shuffled(List<? extends Event> events) {
    List<Event> any = new ArrayList<>(events);
    Collections.shuffle(any, random);
    return any;
  }

  /** Each event comes at most so much later than it happened. */
  public List<Event> delayed(List<? extends Event> events, Duration most) {
    record Arrival(Event event, long at) {}
    return events.stream()
        .map(
            event ->
                new Arrival(
                    event,
                    event.header().occurredAt().toEpochMilli()
                        + (long) (random.nextDouble() * most.toMillis())))
        .sorted(Comparator.comparingLong(Arrival::at))
        .map(arrival -> (Event) arrival.event())
        .toList();
  }

  /** Some events come twice, a few of them much later. */
  public List<Event> duplicated(List<? extends Event> events, double share) {
    List<Event> more = new ArrayList<>(events);
    for (Event event : events) {
      if (random.nextDouble() < share) {
        more.add(random.nextInt(more.size() + 1), event);
      }
    }
    return more;
  }

  /** Some events never come. */
  public List<Event> cut(List<? extends Event> events, double share) {
    List<Event> fewer = new ArrayList<>(events);
    fewer.removeIf(event -> random.nextDouble() < share);
    return fewer;
  }

  /** Some events are stamped by a clock that is wrong by up to that much, either way. */
  public List<Event> skewed(List<? extends Event> events, double share, Duration most) {
    List<Event> stamped = new ArrayList<>(events);
    stamped.replaceAll(
        event ->
            random.nextDouble() < share
                ? Stamps.moved(
                    event, Duration.ofMillis((long) (random.nextGaussian() * most.toMillis() / 3)))
                : event);
    return stamped;
  }
}
