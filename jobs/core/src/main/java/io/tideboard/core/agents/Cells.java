// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Cells by their start, in order. Where there is none, nothing changed. */
final class Cells {

  private final TreeMap<Long, Cell> cells = new TreeMap<>();
  // Turns come nearly in order: the cell of the last one is mostly that of the next.
  private @Nullable Cell last;
  private long lastStart;

  /** The cell that starts then, made when it is new. */
  Cell at(long start) {
    if (last == null || lastStart != start) {
      last = cells.computeIfAbsent(start, unused -> new Cell());
      lastStart = start;
    }
    return last;
  }

  /** Every cell by its start; a view. */
  TreeMap<Long, Cell> byStart() {
    return cells;
  }

  /**
   * Adds what agents did between two instants, going backwards.
   *
   * @param from where a cell starts, or could
   * @param ends where a cell that starts somewhere ends
   * @param walk begins with the headcount at {@code to}, ends with that at {@code from}
   */
  void walkBack(long from, long to, LongUnaryOperator ends, Walk walk) {
    long end = to;
    for (Map.Entry<Long, Cell> each :
        cells.subMap(from, true, to, false).descendingMap().entrySet()) {
      long start = each.getKey();
      long cellEnd = Math.min(ends.applyAsLong(start), end);
      walk.back().over(end - cellEnd, walk.into());
      each.getValue().times(walk.back(), cellEnd - start, walk.into());
      walk.back().add(each.getValue().change(), -1);
      end = start;
    }
    walk.back().over(end - from, walk.into());
  }

  /**
   * How far a walk has come.
   *
   * @param back the headcount there
   * @param into what agents did on the way
   */
  record Walk(Headcount back, TeamTimes into) {}

  /** Keeps so many cells, the latest ones. */
  void keepLatest(int most) {
    while (cells.size() > most) {
      cells.pollFirstEntry();
      last = null;
    }
  }

  /** Removes the cells before then, and adds their changes up. */
  void foldBefore(long start, Headcount into) {
    if (cells.isEmpty() || cells.firstKey() >= start) {
      return;
    }
    Map<Long, Cell> old = cells.headMap(start, false);
    old.values().forEach(cell -> into.add(cell.change(), 1));
    old.clear();
    last = null;
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, cells.size());
    for (Map.Entry<Long, Cell> cell : cells.entrySet()) {
      Varint.write(out, cell.getKey());
      cell.getValue().write(out);
    }
  }

  void read(DataInput in) throws IOException {
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      long start = Varint.read(in);
      cells.put(start, Cell.read(in));
    }
  }
}
