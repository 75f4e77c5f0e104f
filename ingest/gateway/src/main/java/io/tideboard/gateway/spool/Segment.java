// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * One file of records, appended to by one thread and read by another up to where it is synced. Its
 * name is its number, its first bytes say what it is.
 */
final class Segment implements Closeable {

  static final int HEADER_BYTES = 8;

  private static final byte[] HEADER = "TBSPOOL1".getBytes(StandardCharsets.US_ASCII);
  private static final String SUFFIX = ".events";

  private final long number;
  private final Path file;
  private final FileChannel channel;
  private long end;

  private Segment(long number, Path file, FileChannel channel) {
    this.number = number;
    this.file = file;
    this.channel = channel;
  }

  /** Opens the file of that number, made where there is none. Its end is yet to be found. */
  static Segment open(Path directory, long number) throws IOException {
    Path file = directory.resolve(String.format("%020d%s", number, SUFFIX));
    return new Segment(
        number,
        file,
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** The number of a file of records; empty for any other file. */
  static OptionalLong numberOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.matches("\\d{20}\\.events")
        ? OptionalLong.of(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
        : OptionalLong.empty();
  }

  /** Makes it an empty one, synced. */
  void begin() throws IOException {
    channel.truncate(0);
    write(ByteBuffer.wrap(HEADER), 0);
    end = HEADER_BYTES;
    sync();
  }

  /** Whether the file has a whole header; one that was just being made when all ended has not. */
  boolean isBegun() throws IOException {
    if (channel.size() < HEADER_BYTES) {
      return false;
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    new RecordReader(channel, 0, HEADER_BYTES).fill(header);
    if (!Arrays.equals(header.array(), HEADER)) {
      throw new IOException(file + ": expected a file of a spool, or none of that name");
    }
    return true;
  }

  long number() {
    return number;
  }

  Path file() {
    return file;
  }

  long fileBytes() throws IOException {
    return channel.size();
  }

  /** Where the next record goes. */
  long end() {
    return end;
  }

  /** Goes on there, and forgets what stands behind. */
  void endAt(long offset) throws IOException {
    end = offset;
    channel.truncate(offset);
  }

  void append(SpoolRecord record) throws IOException {
    ByteBuffer bytes = record.written();
    int size = bytes.remaining();
    write(bytes, end);
    end += size;
  }

  void sync() throws IOException {
    channel.force(false);
  }

  RecordReader reader(long from, long to) {
    return new RecordReader(channel, from, to);
  }

  void delete() throws IOException {
    close();
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void write(ByteBuffer bytes, long offset) throws IOException {
    for (long at = offset; bytes.hasRemaining(); ) {
      at += channel.write(bytes, at);
    }
  }
}
