// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** The bytes of one body at a time, in one array that a connection uses again and again. */
final class BodyBuffer {

  /** What a connection keeps between requests; a larger array is let go. */
  private static final int KEPT = 64 * 1024;

  private byte[] bytes = new byte[0];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Makes room for a body of that size, or for the beginning of it. */
  void expect(long size) {
    int wanted = (int) Math.min(size, KEPT);
    if (bytes.length < wanted) {
      bytes = new byte[wanted];
    }
  }

  void append(ByteBuf part) {
    int added = part.readableBytes();
    if (length + added > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + added, 2 * bytes.length));
    }
    part.getBytes(part.readerIndex(), bytes, length, added);
    length += added;
  }

  void clear() {
    length = 0;
    if (bytes.length > KEPT) {
      bytes = new byte[0];
    }
  }
}
