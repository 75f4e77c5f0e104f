// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import io.tideboard.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random days at the counter, the same for the same seed: every channel, several queues, and all
 * that can happen to a contact. Some waits end exactly at a limit, some events fall on the same
 * instant, some visits begin unseen, some never end. Half of all seeds play around a change of the
 * clocks.
 */
public final class Histories {

  /** The queues that the contacts join. */
  public static final List<String> QUEUES = List.of("sales", "support", "billing");

  /** An ordinary morning, and the hours around the changes in Berlin and on Lord Howe Island. */
  private static final List<Instant> STARTS =
      List.of(
          Instant.parse("2026-03-02T07:30:00Z"),
          Instant.parse("2026-06-30T22:10:00Z"),
          Instant.parse("2026-12-31T20:00:00Z"),
          Instant.parse("2026-02-28T21:00:00Z"),
          Instant.parse("2026-03-28T22:00:00Z"),
          Instant.parse("2026-10-24T22:00:00Z"),
          Instant.parse("2026-04-04T13:00:00Z"),
          Instant.parse("2026-10-03T13:00:00Z"));

  private static final Duration SPAN = Duration.ofHours(5);

  /** Within which a further contact of a customer tells in tests that nothing was resolved. */
  public static final Duration FOLLOW_UP = Duration.ofHours(1);

  private Histories() {}

  /** What happens to so many contacts within about five hours, in order of time. */
  public static List<Event> of(long seed, int contacts) {
    SplittableRandom random = new SplittableRandom(seed);
    Instant start = STARTS.get(random.nextInt(STARTS.size()));
    List<Event> all = new ArrayList<>();
    for (int i = 0; i < contacts; i++) {
      Instant begin = start.plusSeconds(random.nextLong(SPAN.toSeconds()));
      all.addAll(new Life(random.split(), "c" + i, begin).events());
    }
    all.sort(Comparator.comparing(event -> event.header().occurredAt()));
    return all;
  }
}
