// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How many agents are of each kind, and how many parts of them are taken by contacts. Mutable; in a
 * cell the numbers are changes and may be negative.
 */
final class Headcount {

  /** The kinds whose time is measured, then the one that is not, then the parts taken. */
  static final int COUNTS = TeamKind.NONE.ordinal() + 1;

  /** The place of the parts: agents who are not there are not counted, so theirs is free. */
  static final int PARTS = TeamKind.NONE.ordinal();

  final int[] counts = new int[COUNTS];

  /** An agent of that code is one more, or one less. */
  void add(int code, int times) {
    TeamKind kind = TeamDelta.kind(code);
    if (kind != TeamKind.NONE) {
      counts[kind.ordinal()] += times;
      counts[PARTS] += times * TeamDelta.parts(code);
    }
  }

  void add(Headcount other, int times) {
    for (int i = 0; i < COUNTS; i++) {
      counts[i] += times * other.counts[i];
    }
  }

  Headcount copy() {
    Headcount copy = new Headcount();
    copy.add(this, 1);
    return copy;
  }

  /** How many are in a working state. */
  int working() {
    return counts[TeamKind.AVAILABLE.ordinal()]
        + counts[TeamKind.BUSY.ordinal()]
        + counts[TeamKind.WRAP_UP.ordinal()];
  }

  boolean isEmpty() {
    for (int count : counts) {
      if (count != 0) {
        return false;
      }
    }
    return true;
  }

  /** Adds what so many agents do in a stretch of that length. */
  void over(long length, TeamTimes into) {
    for (int i = 0; TeamKind.of(i).measured(); i++) {
      into.add(i, counts[i] * length);
    }
    into.add(TeamMeasure.TAKEN_PARTS, counts[PARTS] * length);
  }

  void write(DataOutput out) throws IOException {
    for (int count : counts) {
      Varint.write(out, count);
    }
  }

  static Headcount read(DataInput in) throws IOException {
    Headcount read = new Headcount();
    for (int i = 0; i < COUNTS; i++) {
      read.counts[i] = Varint.readInt(in);
    }
    return read;
  }
}
