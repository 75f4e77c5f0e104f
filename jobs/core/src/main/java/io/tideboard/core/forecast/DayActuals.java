// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import io.tideboard.core.wire.Varint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * What came on one day, by interval. Mostly it lies there as the bytes that go into state: a model
 * remembers half a year.
 */
final class DayActuals {

  /** Nothing was told of an interval, or no handle time is known. */
  static final int UNTOLD = -1;

  private static final double TENTHS = 10;

  private final byte[] packed;

  private DayActuals(byte[] packed) {
    this.packed = packed;
  }

  /** Nothing told yet of a day of so many intervals. */
  static DayActuals untold(int intervals) {
    int[] nothing = new int[intervals];
    Arrays.fill(nothing, UNTOLD);
    return pack(nothing, nothing);
  }

  /** How many contacts came by interval; {@link #UNTOLD} where nothing was told. */
  int[] contacts() {
    return unpack()[0];
  }

  /** Mean handle times in tenths of a second by interval; {@link #UNTOLD} where none is known. */
  int[] handleTenths() {
    return unpack()[1];
  }

  /** With another actual of one interval. */
  DayActuals with(int interval, int contacts, double ahtSeconds) {
    int[][] both = unpack();
    both[0][interval] = contacts;
    both[1][interval] =
        Double.isNaN(ahtSeconds)
            ? UNTOLD
            : (int) Math.min(Integer.MAX_VALUE - 1, Math.round(ahtSeconds * TENTHS));
    return pack(both[0], both[1]);
  }

  /** The same without handle times. */
  DayActuals withoutHandleTimes() {
    int[] contacts = contacts();
    int[] none = new int[contacts.length];
    Arrays.fill(none, UNTOLD);
    return pack(contacts, none);
  }

  /** Handle time in seconds. */
  static double seconds(int tenths) {
    return tenths == UNTOLD ? Double.NaN : tenths / TENTHS;
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, packed.length);
    out.write(packed);
  }

  static DayActuals read(DataInput in) throws IOException {
    byte[] packed = new byte[Varint.readInt(in)];
    in.readFully(packed);
    return new DayActuals(packed);
  }

  /**
   * Counts, then handle times where any is known, each as its difference to the one before; what is
   * untold at either end is left out.
   */
  private static DayActuals pack(int[] contacts, int[] handle) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * contacts.length + 4);
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      Varint.write(out, contacts.length);
      packSeries(out, contacts);
      packSeries(out, handle);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DayActuals(bytes.toByteArray());
  }

  private static void packSeries(DataOutput out, int[] values) throws IOException {
    int told = values.length;
    while (told > 0 && values[told - 1] == UNTOLD) {
      told--;
    }
    int first = 0;
    while (first < told && values[first] == UNTOLD) {
      first++;
    }
    Varint.write(out, told - first);
    Varint.write(out, first);
    int before = 0;
    for (int i = first; i < told; i++) {
      Varint.write(out, (long) values[i] - before);
      before = values[i];
    }
  }

  private int[][] unpack() {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
      int length = Varint.readInt(in);
      return new int[][] {unpackSeries(in, length), unpackSeries(in, length)};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] unpackSeries(DataInput in, int length) throws IOException {
    int[] values = new int[length];
    Arrays.fill(values, UNTOLD);
    int told = Varint.readInt(in);
    int first = Varint.readInt(in);
    long before = 0;
    for (int i = first; i < first + told; i++) {
      before += Varint.read(in);
      values[i] = Math.toIntExact(before);
    }
    return values;
  }
}
