// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.results.Abandon;
import io.tideboard.core.results.AbandonRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The contacts that gave up waiting, bounded in number and in age: of too many, those go first that
 * Kafka took first. One thread tells it what came; any thread may look.
 */
public final class AbandonLog {

  /** Of a center of 1 000 abandoned contacts a day seven weeks; some 12 MB. */
  static final int MOST = 50_000;

  /** As long as Kafka keeps them. */
  static final Duration LONGEST = Duration.ofDays(7);

  private record Kept(Instant written, Abandon abandon) {}

  private final int most;
  private final Duration longest;
  private final Map<String, Kept> byId = new HashMap<>();
  private final TreeSet<Kept> byAge =
      new TreeSet<>(Comparator.comparing(Kept::written).thenComparing(kept -> kept.abandon().id()));
  private long leftOutUntil = Long.MIN_VALUE;

  /**
   * @param most how many are kept at most, the latest ones
   * @param longest how long after Kafka took it
   */
  AbandonLog(int most, Duration longest) {
    this.most = most;
    this.longest = longest;
  }

  /** Takes a record in place of an earlier one of its id. */
  synchronized void take(AbandonRecord told, Instant written) {
    Kept before = byId.remove(told.abandon().id());
    if (before != null) {
      byAge.remove(before);
    }
    if (!told.withdrawn()) {
      Kept kept = new Kept(written, told.abandon());
      byId.put(told.abandon().id(), kept);
      byAge.add(kept);
    }
    while (byAge.size() > most) {
      dropEldest();
    }
  }

  /** Drops what is too old when the clock shows {@code now}. */
  synchronized void expire(Instant now) {
    Instant eldest = now.minus(longest);
    while (!byAge.isEmpty() && byAge.first().written.isBefore(eldest)) {
      dropEldest();
    }
  }

  private void dropEldest() {
    Kept eldest = byAge.pollFirst();
    if (eldest != null) {
      byId.remove(eldest.abandon.id());
      leftOutUntil = Math.max(leftOutUntil, eldest.abandon.offeredAt());
    }
  }

  /** Those that a filter lets through, by when they were offered. */
  public synchronized List<Abandon> those(Predicate<Abandon> filter) {
    return byAge.stream().map(Kept::abandon).filter(filter).sorted(Abandon.ORDER).toList();
  }

  /** Whether none had to be left out that was offered at that instant or later. */
  public synchronized boolean isCompleteFrom(long micros) {
    return leftOutUntil < micros;
  }
}
