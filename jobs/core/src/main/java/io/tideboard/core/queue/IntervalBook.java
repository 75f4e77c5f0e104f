// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The intervals of a queue in one basis: those that may still change, and those to be published.
 */
final class IntervalBook {

  private final TallySeries intervals;
  private final TreeSet<Long> changed = new TreeSet<>();

  /** Those that {@link #ended} has not handed over as they are now. */
  private final TreeSet<Long> untold = new TreeSet<>();

  private long tooLate;
  private long firstForgotten = Long.MAX_VALUE;
  private long lastForgotten = Long.MIN_VALUE;
  private long lastChanged = Long.MIN_VALUE;

  IntervalBook() {
    this(new TallySeries());
  }

  private IntervalBook(TallySeries intervals) {
    this.intervals = intervals;
  }

  /** The interval that starts then, to be changed; null when it has been forgotten. */
  @Nullable QueueTally at(long start) {
    if (start >= firstForgotten
        && start <= lastForgotten
        && !intervals.byStart().containsKey(start)) {
      tooLate++;
      return null;
    }
    if (start != lastChanged) {
      changed.add(start);
      untold.add(start);
      lastChanged = start;
    }
    return intervals.at(start);
  }

  /** The intervals that start at {@code start} or later. */
  void from(long start, BiConsumer<Long, QueueTally> taker) {
    intervals.byStart().tailMap(start, true).forEach(taker);
  }

  /** Hands over the intervals that changed since the last call. */
  void changed(BiConsumer<Long, QueueTally> taker) {
    for (long start : changed) {
      taker.accept(start, intervals.at(start));
    }
    changed.clear();
    lastChanged = Long.MIN_VALUE;
  }

  /** Hands over the intervals that start before then and changed since they were last. */
  void ended(long before, BiConsumer<Long, QueueTally> taker) {
    NavigableSet<Long> ended = untold.headSet(before, false);
    for (long start : ended) {
      QueueTally tally = intervals.byStart().get(start);
      if (tally != null) {
        taker.accept(start, tally);
      }
    }
    ended.clear();
    lastChanged = Long.MIN_VALUE;
  }

  /** When the last interval starts that is kept, or long ago. */
  long lastStart() {
    return intervals.byStart().isEmpty() ? Long.MIN_VALUE : intervals.byStart().lastKey();
  }

  boolean hasChanged() {
    return !changed.isEmpty();
  }

  /**
   * Forgets the intervals before {@code horizon} of which every visit has ended and which have been
   * published. What would correct them afterwards is too late.
   */
  void forgetBefore(long horizon) {
    List<Long> settled =
        intervals.byStart().headMap(horizon, false).entrySet().stream()
            .filter(row -> row.getValue().get(Measure.OPEN) == 0)
            .map(Map.Entry::getKey)
            .filter(start -> !changed.contains(start))
            .toList();
    for (long start : settled) {
      intervals.remove(start);
      untold.remove(start);
      firstForgotten = Math.min(firstForgotten, start);
      lastForgotten = Math.max(lastForgotten, start);
    }
  }

  /** Changes that were meant for an interval that has been forgotten. */
  long tooLate() {
    return tooLate;
  }

  void write(DataOutput out) throws IOException {
    intervals.write(out);
    Varint.write(out, changed.size());
    for (long start : changed) {
      Varint.write(out, start);
    }
    Varint.write(out, tooLate);
    Varint.write(out, firstForgotten);
    Varint.write(out, lastForgotten);
  }

  static IntervalBook read(DataInput in) throws IOException {
    IntervalBook book = new IntervalBook(TallySeries.read(in));
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      book.changed.add(Varint.read(in));
    }
    // What was told is not kept: it does no harm to tell it again.
    book.untold.addAll(book.intervals.byStart().keySet());
    book.tooLate = Varint.read(in);
    book.firstForgotten = Varint.read(in);
    book.lastForgotten = Varint.read(in);
    return book;
  }
}
