// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * The bytes of one body at a time. Nothing is kept between bodies: ten thousand connections that
 * wait would keep much, and a new array of the right size costs next to nothing.
 */
final class BodyBuffer {

  private static final byte[] NOTHING = new byte[0];

  private byte[] bytes = NOTHING;
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Makes room for a body of that size. */
  void expect(int size) {
    bytes = new byte[size];
  }

  void append(ByteBuf part) {
    int added = part.readableBytes();
    if (length + added > bytes.length) {
      bytes = Arrays.copyOf(bytes, length + Math.max(added, length / 2));
    }
    part.getBytes(part.readerIndex(), bytes, length, added);
    length += added;
  }

  void clear() {
    bytes = NOTHING;
    length = 0;
  }
}
