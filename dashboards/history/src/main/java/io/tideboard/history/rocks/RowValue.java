// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.rocks;

import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.wire.Varint;
import io.tideboard.history.RowChange;
import io.tideboard.history.TallyCodec;
import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The values of rows. Each begins with its rank (which source, which revision, which place in the
 * source) written so that of two values the greater one, byte by byte, is the one that holds: that
 * is how RocksDB merges them, without a look at what is there.
 */
final class RowValue {

  private RowValue() {}

  /**
   * @param source its number among the sources, 0 to 65 535
   */
  static byte[] of(int source, RowChange change) {
    return TallyCodec.bytes(
        out -> {
          out.writeShort(source);
          if (change instanceof RowChange.OfQueue its) {
            rank(out, its.row().revision(), change);
            Varint.write(out, its.row().minutes());
            its.row().tally().write(out);
          } else if (change instanceof RowChange.OfTeam its) {
            rank(out, its.row().revision(), change);
            Varint.write(out, its.row().minutes());
            TallyCodec.write(its.row().times(), out);
          }
        });
  }

  private static void rank(DataOutput out, long revision, RowChange change) throws IOException {
    writeOrdered(out, revision);
    writeOrdered(out, change.place().offset());
  }

  static IntervalRow row(QueueKey key, Basis basis, long start, byte[] value) {
    try {
      DataInput in = new DataInputStream(new ByteArrayInputStream(value));
      in.readUnsignedShort();
      long revision = readOrdered(in);
      readOrdered(in);
      int minutes = Varint.readInt(in);
      return new IntervalRow(key, start, minutes, basis, revision, QueueTally.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("a row of " + key + " cannot be read", e);
    }
  }

  static TeamRow team(String queue, long start, byte[] value) {
    try {
      DataInput in = new DataInputStream(new ByteArrayInputStream(value));
      in.readUnsignedShort();
      long revision = readOrdered(in);
      readOrdered(in);
      int minutes = Varint.readInt(in);
      return new TeamRow(queue, start, minutes, revision, TallyCodec.readTimes(in));
    } catch (IOException e) {
      throw new UncheckedIOException("a row of the team of " + queue + " cannot be read", e);
    }
  }

  /** How many bytes, then these: the more bytes, the greater the number. */
  private static void writeOrdered(DataOutput out, long number) throws IOException {
    if (number < 0) {
      throw new IllegalArgumentException(number + " as revision or offset: expected 0 or more");
    }
    int bytes = (Long.SIZE - Long.numberOfLeadingZeros(number) + 7) / 8;
    out.writeByte(bytes);
    for (int i = bytes - 1; i >= 0; i--) {
      out.writeByte((int) (number >>> 8 * i));
    }
  }

  private static long readOrdered(DataInput in) throws IOException {
    long number = 0;
    for (int left = in.readByte(); left > 0; left--) {
      number = number << 8 | in.readUnsignedByte();
    }
    return number;
  }
}
