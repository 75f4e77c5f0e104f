// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.breach.Breach;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.wallboard.table.BreachTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The latest breach records, bounded in number and in age. The bounds go by when Kafka took a
 * record: that is the same after a restart, and holds for replays of other years.
 */
final class BreachLog {

  private record Kept(Instant written, String id, ToldBreach breach) {}

  private final BoardLimits limits;
  private final Map<String, Kept> byId = new HashMap<>();
  private final TreeSet<Kept> byAge =
      new TreeSet<>(Comparator.comparing(Kept::written).thenComparing(Kept::id));
  private final TreeSet<Kept> bySequence =
      new TreeSet<>(Comparator.comparingLong((Kept kept) -> kept.breach.sequence()));

  BreachLog(BoardLimits limits) {
    this.limits = limits;
  }

  /** Takes a record in place of an earlier one of its id. */
  synchronized void take(BreachRecord told, Instant written, long sequence) {
    Kept kept = new Kept(written, told.breach().id(), new ToldBreach(told, sequence));
    Kept before = byId.put(kept.id, kept);
    if (before != null) {
      byAge.remove(before);
      bySequence.remove(before);
    }
    byAge.add(kept);
    bySequence.add(kept);
    while (byAge.size() > limits.breaches()) {
      dropEldest();
    }
  }

  /** Drops what is too old when the clock shows {@code now}. */
  synchronized void expire(Instant now) {
    Instant eldest = now.minus(limits.breachAge());
    while (!byAge.isEmpty() && byAge.first().written.isBefore(eldest)) {
      dropEldest();
    }
  }

  private void dropEldest() {
    Kept eldest = byAge.pollFirst();
    if (eldest != null) {
      byId.remove(eldest.id);
      bySequence.remove(eldest);
    }
  }

  /** Those that hold and that the filter lets through, by time and id. */
  synchronized List<Breach> holding(Predicate<Breach> filter) {
    return byAge.stream()
        .map(kept -> kept.breach.told())
        .filter(told -> !told.withdrawn())
        .map(BreachRecord::breach)
        .filter(filter)
        .sorted(BreachTable.ORDER)
        .toList();
  }

  /** Everything that came after that change of the board, withdrawals too, at most {@code most}. */
  synchronized List<ToldBreach> after(long sequence, int most) {
    List<ToldBreach> news = new ArrayList<>();
    for (Kept kept : bySequence.descendingSet()) {
      if (kept.breach.sequence() <= sequence || news.size() == most) {
        break;
      }
      news.add(0, kept.breach);
    }
    return news;
  }
}
