// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import io.tideboard.core.clock.Micros;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Puts rows into a store, and sees to it that none stays longer than it may. Age is counted from
 * the newest row, not from the clock, so that an old log can be replayed; but a row ahead of the
 * clock makes no other one older. For one thread.
 */
public final class HistoryWriter {

  private static final long DAY = Micros.of(Duration.ofDays(1));

  private final IntervalStore store;
  private final Duration retention;
  private final InstantSource clock;
  private long newest = Long.MIN_VALUE;
  private long expired = Long.MIN_VALUE;

  /**
   * @param retention how long a row is kept after its interval; zero for ever
   */
  public HistoryWriter(IntervalStore store, Duration retention, InstantSource clock) {
    this.store = store;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Takes rows, unless they are too old already; once a day lets go of those that have become so.
   */
  public void write(RowBatch batch) {
    long oldest = oldest(batch.changes());
    List<RowChange> young =
        batch.changes().stream().filter(change -> change.start() >= oldest).toList();
    store.upsert(new RowBatch(young, batch.reached()));
    if (oldest != Long.MIN_VALUE && (expired == Long.MIN_VALUE || oldest - expired >= DAY)) {
      store.expire(oldest);
      expired = oldest;
    }
  }

  private long oldest(List<RowChange> changes) {
    if (retention.isZero()) {
      return Long.MIN_VALUE;
    }
    long now = Micros.of(clock.instant());
    for (RowChange change : changes) {
      newest = Math.max(newest, Math.min(change.start(), now));
    }
    return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - Micros.of(retention);
  }
}
