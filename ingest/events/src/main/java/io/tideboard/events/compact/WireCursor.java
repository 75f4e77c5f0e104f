// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import java.io.IOException;

/**
 * Walks over the fields of a message in protobuf's wire format that is part of an array, and is
 * used again for the next: the streams of the library are made anew for each message, which costs
 * more than to read the few fields that matter. For one thread.
 */
final class WireCursor {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;
  private static final int TYPE_BITS = 3;

  private byte[] bytes = new byte[0];
  private int at;
  private int end;

  /** Begins with the message that lies there. */
  void over(byte[] message, int from, int to) {
    bytes = message;
    at = from;
    end = to;
  }

  /** The next field's tag, or 0 when there is none. */
  int tag() throws IOException {
    return at == end ? 0 : (int) varint();
  }

  /** Where the cursor stands in the array. */
  int position() {
    return at;
  }

  long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (at == end) {
        throw new IOException("cut off in a number");
      }
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IOException("a number of more than ten bytes");
  }

  /** A signed number, as protobuf's {@code sint64}. */
  long zigzag() throws IOException {
    long value = varint();
    return value >>> 1 ^ -(value & 1);
  }

  double number() throws IOException {
    long bits = 0;
    int from = at;
    step(Double.BYTES);
    for (int i = Double.BYTES - 1; i >= 0; i--) {
      bits = bits << 8 | bytes[from + i] & 0xff;
    }
    return Double.longBitsToDouble(bits);
  }

  /** Steps over something that tells its length; returns that, and where it ends is here. */
  int text() throws IOException {
    long length = varint();
    step(length);
    return (int) length;
  }

  /** Steps over the value of a field that does not matter. */
  void skip(int tag) throws IOException {
    switch (tag & (1 << TYPE_BITS) - 1) {
      case VARINT -> varint();
      case FIXED64 -> step(Long.BYTES);
      case LENGTH_DELIMITED -> text();
      case FIXED32 -> step(Integer.BYTES);
      default -> throw new IOException("tag " + tag + " is of no field");
    }
  }

  private void step(long length) throws IOException {
    if (length < 0 || length > end - at) {
      throw new IOException("cut off in a value of " + length + " bytes");
    }
    at += (int) length;
  }
}
