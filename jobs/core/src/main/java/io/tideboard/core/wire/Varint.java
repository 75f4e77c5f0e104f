// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.wire;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whole numbers in as few bytes as they need: seven bits a byte, signs folded (ZigZag). */
public final class Varint {

  private Varint() {}

  /** Writes a number of either sign. */
  public static void write(DataOutput out, long value) throws IOException {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  /** Reads what {@link #write} wrote. */
  public static long read(DataInput in) throws IOException {
    long rest = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.readByte();
      rest |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return (rest >>> 1) ^ -(rest & 1);
      }
    }
    throw new IOException("a number of more than ten bytes");
  }

  /** Reads a number that was written from an int. */
  public static int readInt(DataInput in) throws IOException {
    return Math.toIntExact(read(in));
  }
}
