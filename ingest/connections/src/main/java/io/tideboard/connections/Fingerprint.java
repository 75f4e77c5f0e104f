// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HexFormat;

/**
 * The beginning of a file, by which it is known again whatever it is called: rotation changes
 * names, and copying changes places, but neither changes what was written first.
 *
 * @param length of the beginning, in bytes, at most {@link #LONGEST}
 * @param bytes in hexadecimal digits
 */
record Fingerprint(int length, String bytes) {

  /** A line of the log is some 60 bytes, and begins with a time and a call. */
  static final int LONGEST = 256;

  static final Fingerprint EMPTY = new Fingerprint(0, "");

  Fingerprint {
    if (length < 0 || length > LONGEST || bytes.length() != 2 * length) {
      throw new IllegalArgumentException(
          bytes.length() + " digits of " + length + " bytes: expected two a byte");
    }
  }

  /** Of what was read so far: of the first {@code offset} bytes, if there are not more. */
  static Fingerprint of(FileChannel file, long offset) throws IOException {
    int length = (int) Math.min(LONGEST, offset);
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && file.read(buffer, buffer.position()) > 0) {
      // Reads on from where it is.
    }
    int read = buffer.position();
    return new Fingerprint(read, HexFormat.of().formatHex(buffer.array(), 0, read));
  }

  /** Whether that file begins so. */
  boolean isOf(FileChannel file) throws IOException {
    return equals(of(file, length));
  }
}
