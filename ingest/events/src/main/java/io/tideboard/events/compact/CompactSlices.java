// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import com.google.protobuf.WireFormat;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import java.util.Arrays;

/**
 * Writes the compact form of events whose texts are UTF-8 already, parts of larger arrays. Fields
 * are written as they are told, so the caller keeps to the order of {@link CompactForm}. Used again
 * and again; not for several threads.
 */
public final class CompactSlices {

  private static final int USUAL_SIZE = 4 << 10;

  /** Tags, lengths and numbers of one field, at most. */
  private static final int OVERHEAD = 64;

  private byte[] out = new byte[USUAL_SIZE];
  private int at;

  /** Begins an event of that type; times in microseconds since 1970. */
  public void begin(EventType type, long receivedAt, long occurredAt) {
    at = 0;
    tag(CompactForm.RECEIVED_AT, WireFormat.WIRETYPE_FIXED64);
    for (int bit = 0; bit < Long.SIZE; bit += Byte.SIZE) {
      out[at++] = (byte) (receivedAt >>> bit);
    }
    tag(CompactForm.TYPE, WireFormat.WIRETYPE_VARINT);
    varint(type.number());
    tag(EventField.TIME.number(), WireFormat.WIRETYPE_VARINT);
    long behind = receivedAt - occurredAt;
    varint(behind << 1 ^ behind >> 63);
  }

  /** A text: the bytes of {@code text} from {@code from} to before {@code to}. */
  public void text(EventField field, byte[] text, int from, int to) {
    reserve(to - from + OVERHEAD);
    tag(field.number(), WireFormat.WIRETYPE_LENGTH_DELIMITED);
    slice(text, from, to);
  }

  /** A choice, by its number. */
  public void choice(EventField field, int number) {
    reserve(OVERHEAD);
    tag(field.number(), WireFormat.WIRETYPE_VARINT);
    varint(number);
  }

  /**
   * One pair of a field that holds pairs.
   *
   * @param bounds from and to of its name, then of its value, at {@code first} and after
   */
  public void pair(EventField field, byte[] text, int[] bounds, int first) {
    int name = bounds[first + 1] - bounds[first];
    int value = bounds[first + 3] - bounds[first + 2];
    reserve(name + value + OVERHEAD);
    tag(field.number(), WireFormat.WIRETYPE_LENGTH_DELIMITED);
    varint(2 + varintSize(name) + name + varintSize(value) + value);
    tag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    slice(text, bounds[first], bounds[first + 1]);
    tag(2, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    slice(text, bounds[first + 2], bounds[first + 3]);
  }

  /** What was written since the last beginning. */
  public byte[] bytes() {
    return Arrays.copyOf(out, at);
  }

  private void slice(byte[] text, int from, int to) {
    varint(to - from);
    System.arraycopy(text, from, out, at, to - from);
    at += to - from;
  }

  private void tag(int field, int wireType) {
    varint((long) field << 3 | wireType);
  }

  private void varint(long value) {
    if (value >= 0 && value < 0x80) {
      out[at++] = (byte) value;
      return;
    }
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out[at++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    out[at++] = (byte) left;
  }

  private static int varintSize(int value) {
    return value < 0x80 ? 1 : value < 0x4000 ? 2 : 5;
  }

  private void reserve(int more) {
    if (out.length - at < more) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, at + more));
    }
  }
}
