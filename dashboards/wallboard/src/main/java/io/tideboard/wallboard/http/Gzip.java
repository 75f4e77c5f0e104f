// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Compression that is done once for many. A stream in gzip is a head and any number of deflated
 * blocks; a block that refers to nothing before it is good in every stream, so that one is made for
 * all viewers. A stream never ends by itself, so none needs the checksum at its end.
 */
final class Gzip {

  /** The head of a stream: deflated, without name, time and system. */
  static final Buffer HEAD =
      Buffer.buffer(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff});

  private static final int ROOM = 64;

  private Gzip() {}

  /** Whether whoever asks understands it. */
  static boolean accepted(HttpServerRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    if (accepted == null) {
      return false;
    }
    for (String each : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
      String coding = each.replace(" ", "");
      if (coding.equals("gzip") || coding.startsWith("gzip;")) {
        return !coding.matches("gzip;q=0(\\.0*)?");
      }
    }
    return false;
  }

  /** A block of a stream. */
  static Buffer block(Buffer plain) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(plain.getBytes());
      byte[] bytes = new byte[plain.length() / 4 + ROOM];
      Buffer block = Buffer.buffer(bytes.length);
      int made = bytes.length;
      while (made == bytes.length) {
        made = deflater.deflate(bytes, 0, bytes.length, Deflater.SYNC_FLUSH);
        block.appendBytes(bytes, 0, made);
      }
      return block;
    } finally {
      deflater.end();
    }
  }

  /** A whole answer. */
  static Buffer whole(Buffer plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length() / 4 + ROOM);
    try (GZIPOutputStream gzip = new Fast(bytes)) {
      gzip.write(plain.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private static final class Fast extends GZIPOutputStream {
    Fast(ByteArrayOutputStream bytes) throws IOException {
      super(bytes, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
