// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tallies by the start of their period, in order. */
final class TallySeries {

  private final TreeMap<Long, QueueTally> tallies = new TreeMap<>();
  // Events come nearly in order: the period of the last one is mostly that of the next.
  private @Nullable QueueTally last;
  private long lastStart;

  /** The tally of the period that starts then, made when it is new. */
  QueueTally at(long start) {
    if (last == null || start != lastStart) {
      last = tallies.computeIfAbsent(start, unused -> new QueueTally());
      lastStart = start;
    }
    return last;
  }

  /** Every period by its start; a view. */
  TreeMap<Long, QueueTally> byStart() {
    return tallies;
  }

  /** Forgets every period that starts before then. */
  void removeBefore(long start) {
    tallies.headMap(start, false).clear();
    last = null;
  }

  /** Forgets one period. */
  void remove(long start) {
    tallies.remove(start);
    last = null;
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, tallies.size());
    long before = 0;
    for (Map.Entry<Long, QueueTally> entry : tallies.entrySet()) {
      Varint.write(out, entry.getKey() - before);
      entry.getValue().write(out);
      before = entry.getKey();
    }
  }

  static TallySeries read(DataInput in) throws IOException {
    TallySeries series = new TallySeries();
    int size = Varint.readInt(in);
    long start = 0;
    for (int i = 0; i < size; i++) {
      start += Varint.read(in);
      series.tallies.put(start, QueueTally.read(in));
    }
    return series;
  }
}
