// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Up to where records have been forwarded. Written in turn to two slots with a checksum each, so
 * that one is whole whenever the writing ends; positions only grow, so the greater holds.
 */
final class PositionFile implements Closeable {

  static final String NAME = "position";

  private static final int CONTENT_BYTES = 2 * Long.BYTES;
  private static final int SLOT_BYTES = CONTENT_BYTES + Integer.BYTES;

  private final FileChannel channel;
  private @Nullable Position forwarded;
  private int nextSlot;

  private PositionFile(FileChannel channel) {
    this.channel = channel;
  }

  static PositionFile open(Path directory) throws IOException {
    PositionFile file =
        new PositionFile(
            FileChannel.open(
                directory.resolve(NAME),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    file.makeRoom();
    file.read();
    return file;
  }

  /** The first record that is still to be forwarded; null when nothing was written. */
  @Nullable Position forwarded() {
    return forwarded;
  }

  /** Everything before that was forwarded. On disk when this returns. */
  void write(Position position) throws IOException {
    ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);
    slot.putLong(position.segment()).putLong(position.offset()).putInt(checksum(slot));
    slot.flip();
    for (long at = (long) nextSlot * SLOT_BYTES; slot.hasRemaining(); ) {
      at += channel.write(slot, at);
    }
    channel.force(false);
    forwarded = position;
    nextSlot = 1 - nextSlot;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Noting a position must not fail for want of room: it is what makes room. */
  private void makeRoom() throws IOException {
    long size = channel.size();
    if (size < 2L * SLOT_BYTES) {
      channel.write(ByteBuffer.allocate((int) (2L * SLOT_BYTES - size)), size);
      channel.force(true);
    }
  }

  private void read() throws IOException {
    for (int slot = 0; slot < 2; slot++) {
      ByteBuffer bytes = ByteBuffer.allocate(SLOT_BYTES);
      long offset = (long) slot * SLOT_BYTES;
      new RecordReader(channel, offset, offset + SLOT_BYTES).fill(bytes);
      Position position = new Position(bytes.getLong(0), bytes.getLong(Long.BYTES));
      boolean whole = !bytes.hasRemaining() && bytes.getInt(CONTENT_BYTES) == checksum(bytes);
      if (whole && (forwarded == null || position.compareTo(forwarded) > 0)) {
        forwarded = position;
        nextSlot = 1 - slot;
      }
    }
  }

  private static int checksum(ByteBuffer slot) {
    CRC32C checksum = new CRC32C();
    checksum.update(slot.array(), 0, CONTENT_BYTES);
    return (int) checksum.getValue();
  }
}
