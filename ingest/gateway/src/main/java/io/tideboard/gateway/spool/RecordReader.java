// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** Reads the records of a part of a file one after the other, as far as they are whole. */
final class RecordReader {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final FileChannel channel;
  private final long to;
  private long at;
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);

  RecordReader(FileChannel channel, long from, long to) {
    this.channel = channel;
    this.at = from;
    this.to = to;
  }

  /** Where the next record begins. */
  long position() {
    return at;
  }

  /** The next record; null at the end, or where none is whole. */
  @Nullable SpoolRecord next() throws IOException {
    if (!has(SpoolRecord.PREFIX_BYTES)) {
      return null;
    }
    int body = SpoolRecord.bodyBytes(buffer.getInt(buffer.position()));
    int size = SpoolRecord.PREFIX_BYTES + body;
    if (body < 0 || !has(size)) {
      return null;
    }
    SpoolRecord record = SpoolRecord.read(buffer.array(), buffer.position(), size);
    if (record != null) {
      buffer.position(buffer.position() + size);
      at += size;
    }
    return record;
  }

  /** Fills the buffer from here, as far as the part goes. */
  void fill(ByteBuffer into) throws IOException {
    int read = 0;
    for (long from = at + into.position(); into.hasRemaining() && from < to && read >= 0; ) {
      int limit = into.limit();
      into.limit((int) Math.min(limit, into.position() + (to - from)));
      read = channel.read(into, from);
      from += Math.max(0, read);
      into.limit(limit);
    }
  }

  /** Whether so many bytes follow; then they are in the buffer. */
  private boolean has(int bytes) throws IOException {
    if (to - at < bytes) {
      return false;
    }
    if (buffer.remaining() < bytes) {
      ByteBuffer next = ByteBuffer.allocate(Math.max(BUFFER_BYTES, bytes)).put(buffer);
      fill(next);
      buffer = next.flip();
    }
    return buffer.remaining() >= bytes;
  }
}
