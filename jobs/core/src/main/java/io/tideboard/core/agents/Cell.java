// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What changed of a headcount within one stretch of time: by how much, and how late in it. From
 * both follows the time that agents spent in each kind, however many turns there were.
 */
final class Cell {

  private final Headcount change;
  // Sum of (instant − start of the cell) over all changes, by kind.
  private final long[] delays;

  Cell() {
    this(new Headcount(), new long[Headcount.COUNTS]);
  }

  private Cell(Headcount change, long[] delays) {
    this.change = change;
    this.delays = delays;
  }

  Headcount change() {
    return change;
  }

  /** So long after the cell's start an agent of that code is one more, or one less. */
  void add(long delay, int code, int times) {
    TeamKind kind = TeamDelta.kind(code);
    if (kind != TeamKind.NONE) {
      change.add(code, times);
      delays[kind.ordinal()] += times * delay;
      delays[Headcount.PARTS] += times * TeamDelta.parts(code) * delay;
    }
  }

  /**
   * Adds what agents did in the cell.
   *
   * @param after the headcount at its end
   * @param length from its start to its end, in microseconds
   */
  void times(Headcount after, long length, TeamTimes into) {
    after.over(length, into);
    for (int i = 0; TeamKind.of(i).measured(); i++) {
      into.add(i, -delays[i]);
    }
    into.add(TeamMeasure.TAKEN_PARTS, -delays[Headcount.PARTS]);
  }

  /** Whether everything that was added has been taken back. */
  boolean isEmpty() {
    for (long delay : delays) {
      if (delay != 0) {
        return false;
      }
    }
    return change.isEmpty();
  }

  void write(DataOutput out) throws IOException {
    change.write(out);
    for (long delay : delays) {
      Varint.write(out, delay);
    }
  }

  static Cell read(DataInput in) throws IOException {
    Cell cell = new Cell(Headcount.read(in), new long[Headcount.COUNTS]);
    for (int i = 0; i < cell.delays.length; i++) {
      cell.delays[i] = Varint.read(in);
    }
    return cell;
  }
}
