// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.EventType;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SourceRestarted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What platforms say of themselves on a day of {@link Histories}, the same for the same seed: now
 * and then they restart, or tell who waits. Their lists name most of those who wait, some of whom
 * no event has told, and nobody else.
 */
public final class Platforms {

  private static final String SOURCE = "scene";
  private static final Duration BUSY = Duration.ofHours(5);

  private final SplittableRandom random;
  private final List<Event> day;
  private final Instant from;
  private final long seconds;

  private Platforms(long seed, List<Event> day) {
    this.random = new SplittableRandom(seed ^ 0xB007);
    this.day = day;
    this.from = day.get(0).header().occurredAt();
    Instant to = day.get(day.size() - 1).header().occurredAt();
    // Not in the long time afterwards in which little happens.
    this.seconds = Math.max(1, Math.min(Duration.between(from, to).toSeconds(), BUSY.toSeconds()));
  }

  /** A day, not empty and in order of time, and the restarts that fall into it. */
  public static List<Event> restarting(long seed, List<Event> day) {
    Platforms platforms = new Platforms(seed, day);
    List<Event> restarts = new ArrayList<>();
    for (int i = platforms.random.nextInt(1, 4); i > 0; i--) {
      restarts.add(new SourceRestarted(platforms.header("restart-" + i)));
    }
    return together(day, restarts);
  }

  /** A day, not empty and in order of time, and the lists that fall into it. */
  public static List<Event> listing(long seed, List<Event> day) {
    Platforms platforms = new Platforms(seed, day);
    List<Event> lists = new ArrayList<>();
    for (int i = platforms.random.nextInt(2, 20); i > 0; i--) {
      lists.add(platforms.list(i));
    }
    return together(day, lists);
  }

  private static List<Event> together(List<Event> day, List<Event> more) {
    List<Event> all = new ArrayList<>(day);
    all.addAll(more);
    all.sort(Comparator.comparing(event -> event.header().occurredAt()));
    return all;
  }

  private Event list(int number) {
    EventHeader header = header("list-" + number);
    String queue = Histories.QUEUES.get(random.nextInt(Histories.QUEUES.size()));
    Map<String, Instant> waiting = new HashMap<>();
    for (Event event : day) {
      Instant at = event.header().occurredAt();
      if (event instanceof InteractionEvent of && at.isBefore(header.occurredAt())) {
        boolean joins =
            of.type() == EventType.INTERACTION_QUEUED && queue.equals(of.contact().queue());
        if (joins) {
          waiting.put(of.key(), at);
        } else if (of.type() != EventType.INTERACTION_OFFERED) {
          waiting.remove(of.key());
        }
      }
    }
    List<QueueSnapshot.Waiting> named = new ArrayList<>();
    waiting.forEach(
        (id, since) -> {
          if (random.nextInt(4) > 0) {
            named.add(new QueueSnapshot.Waiting(id, since));
          }
        });
    if (random.nextBoolean()) {
      Instant since = header.occurredAt().minusSeconds(random.nextInt(600));
      named.add(new QueueSnapshot.Waiting("unseen-" + random.nextInt(4), since));
    }
    named.sort(Comparator.comparing(QueueSnapshot.Waiting::interaction));
    return new QueueSnapshot(header, queue, named);
  }

  /** At no full millisecond, so that nothing else happens at the same instant. */
  private EventHeader header(String id) {
    Instant at = from.plusSeconds(random.nextLong(seconds));
    return new EventHeader(id, SOURCE, at.plusNanos(random.nextInt(1, 1_000) * 1_000));
  }
}
