// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What became known of the agents of one queue in a short while. */
public final class TeamDelta {

  private static final int KIND_BITS = 4;
  private static final int PARTS_BITS = 10;

  /** To sort by instants of a hundred days, with so many bits left for where each stood. */
  private static final int INDEX_BITS = 20;

  private long[] instants = new long[4];
  private long[] turns = new long[4];
  private int size;
  private final long[] repairs = new long[Repair.values().length];

  /** How an agent that is of that kind, with so many parts taken, is written: 14 bits. */
  static int code(TeamKind kind, int parts) {
    return kind.ordinal() | parts << KIND_BITS;
  }

  static TeamKind kind(int code) {
    return TeamKind.of(code & ((1 << KIND_BITS) - 1));
  }

  static int parts(int code) {
    return code >> KIND_BITS;
  }

  /** An agent turned from the one to the other, or did not after all. */
  void turned(long at, int before, int after, int times) {
    if (size == instants.length) {
      instants = Arrays.copyOf(instants, 2 * size);
      turns = Arrays.copyOf(turns, 2 * size);
    }
    instants[size] = at;
    turns[size] = ((long) after << (KIND_BITS + PARTS_BITS) | before) << 1 | (times < 0 ? 1 : 0);
    size++;
  }

  /** Puts the turns in the order of time, which is cheaper to write and to take. */
  void sort() {
    long[] order = new long[size];
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      first = Math.min(first, instants[i]);
      last = Math.max(last, instants[i]);
    }
    if (last - first >= 1L << (Long.SIZE - 1 - INDEX_BITS) || size > 1 << INDEX_BITS) {
      return;
    }
    for (int i = 0; i < size; i++) {
      order[i] = (instants[i] - first) << INDEX_BITS | i;
    }
    Arrays.sort(order);
    long[] sorted = new long[size];
    for (int i = 0; i < size; i++) {
      int index = (int) order[i] & ((1 << INDEX_BITS) - 1);
      order[i] = (order[i] >> INDEX_BITS) + first;
      sorted[i] = turns[index];
    }
    instants = order;
    turns = sorted;
  }

  void repaired(Repair repair, int times) {
    repairs[repair.ordinal()] += times;
  }

  int size() {
    return size;
  }

  long at(int index) {
    return instants[index];
  }

  int before(int index) {
    return (int) (turns[index] >> 1) & ((1 << (KIND_BITS + PARTS_BITS)) - 1);
  }

  int after(int index) {
    return (int) (turns[index] >> (1 + KIND_BITS + PARTS_BITS));
  }

  int times(int index) {
    return (turns[index] & 1) == 0 ? 1 : -1;
  }

  long repairs(Repair repair) {
    return repairs[repair.ordinal()];
  }

  /** Writes it. */
  public void write(DataOutput out) throws IOException {
    Varint.write(out, size);
    long before = 0;
    for (int i = 0; i < size; i++) {
      Varint.write(out, instants[i] - before);
      Varint.write(out, turns[i]);
      before = instants[i];
    }
    for (long count : repairs) {
      Varint.write(out, count);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static TeamDelta read(DataInput in) throws IOException {
    TeamDelta delta = new TeamDelta();
    delta.size = Varint.readInt(in);
    delta.instants = new long[Math.max(1, delta.size)];
    delta.turns = new long[Math.max(1, delta.size)];
    long at = 0;
    for (int i = 0; i < delta.size; i++) {
      at += Varint.read(in);
      delta.instants[i] = at;
      delta.turns[i] = Varint.read(in);
    }
    for (int i = 0; i < delta.repairs.length; i++) {
      delta.repairs[i] = Varint.read(in);
    }
    return delta;
  }
}
