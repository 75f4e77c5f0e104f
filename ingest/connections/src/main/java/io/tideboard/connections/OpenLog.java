// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** One file of a log, open at an offset. It stays the same file when its name changes. */
final class OpenLog implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;
  private final String inode;
  private Fingerprint fingerprint;
  private long offset;

  private OpenLog(Path path, FileChannel channel, long offset) throws IOException {
    this.path = path;
    this.channel = channel;
    this.inode = inode(path);
    this.offset = offset;
    this.fingerprint = Fingerprint.of(channel, offset);
  }

  static OpenLog at(Path path, long offset) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new OpenLog(path, channel, offset);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Which file a name stands for now; empty where the system does not say. */
  static String inode(Path path) throws IOException {
    Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    return key == null ? "" : key.toString();
  }

  Path path() {
    return path;
  }

  long offset() {
    return offset;
  }

  String inode() {
    return inode;
  }

  Fingerprint fingerprint() {
    return fingerprint;
  }

  /** Whether it was emptied, and perhaps written anew, since it was read. */
  boolean truncated() throws IOException {
    return channel.size() < offset || !fingerprint.isOf(channel);
  }

  boolean hasMore() throws IOException {
    return channel.size() > offset;
  }

  /** The bytes from the offset on, as many as there are and as fit. */
  int read(byte[] into) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(into);
    while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) > 0) {
      // Reads on from where it is.
    }
    return buffer.position();
  }

  /** So many bytes more are dealt with. */
  void advance(int bytes) throws IOException {
    offset += bytes;
    if (fingerprint.length() < Fingerprint.LONGEST) {
      fingerprint = Fingerprint.of(channel, offset);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
