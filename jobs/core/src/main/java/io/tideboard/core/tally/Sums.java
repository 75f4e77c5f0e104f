// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A number for each measure, of which most are 0 in most periods: only those that ever were another
 * take room. Ten thousand queues have a million periods.
 */
final class Sums {

  private static final int MORE = 4;
  private static final long[] NONE = {};

  /** A bit for each measure that has a value, in their order. */
  private long present;

  private long[] values = NONE;

  long get(Measure measure) {
    return get(measure.ordinal());
  }

  private long get(int index) {
    return (present & 1L << index) == 0 ? 0 : values[placeOf(index)];
  }

  private int placeOf(int index) {
    return Long.bitCount(present & (1L << index) - 1);
  }

  void add(Measure measure, long amount) {
    if (amount != 0) {
      add(measure.ordinal(), amount);
    }
  }

  private void add(int index, long amount) {
    int place = placeOf(index);
    if ((present & 1L << index) == 0) {
      int size = Long.bitCount(present);
      if (size == values.length) {
        values = Arrays.copyOf(values, size + MORE);
      }
      System.arraycopy(values, place, values, place + 1, size - place);
      values[place] = 0;
      present |= 1L << index;
    }
    values[place] += amount;
  }

  /** Adds every number of {@code other}, so many times. */
  void addAll(Sums other, long times) {
    int place = 0;
    for (long left = other.present; left != 0; left &= left - 1) {
      long amount = times * other.values[place++];
      if (amount != 0) {
        add(Long.numberOfTrailingZeros(left), amount);
      }
    }
  }

  boolean isEmpty() {
    return told() == 0;
  }

  /** A bit for each measure that is not 0. */
  private long told() {
    long told = 0;
    int place = 0;
    for (long left = present; left != 0; left &= left - 1) {
      told |= values[place++] == 0 ? 0 : Long.lowestOneBit(left);
    }
    return told;
  }

  void write(DataOutput out) throws IOException {
    long told = told();
    Varint.write(out, told);
    for (long left = told; left != 0; left &= left - 1) {
      Varint.write(out, get(Long.numberOfTrailingZeros(left)));
    }
  }

  void read(DataInput in) throws IOException {
    present = Varint.read(in);
    values = new long[Long.bitCount(present)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Varint.read(in);
    }
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Sums that) || told() != that.told()) {
      return false;
    }
    for (long left = told(); left != 0; left &= left - 1) {
      int index = Long.numberOfTrailingZeros(left);
      if (get(index) != that.get(index)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (long left = told(); left != 0; left &= left - 1) {
      int index = Long.numberOfTrailingZeros(left);
      hash = 31 * hash + 17 * index + Long.hashCode(get(index));
    }
    return hash;
  }
}
