// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Decompresses a body, up to a size: what a few bytes become must not fill the memory. */
final class Gunzip {

  private Gunzip() {}

  /**
   * The decompressed bytes.
   *
   * @param most how many there may be
   * @throws RefusedRequest {@code malformed_gzip} or {@code body_too_large}
   */
  static byte[] inflate(byte[] compressed, int length, int most) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed, 0, length))) {
      byte[] body = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new RefusedRequest(
            RequestError.BODY_TOO_LARGE,
            length + " bytes decompress to more than " + most + ", which is the most allowed");
      }
      return body;
    } catch (IOException e) {
      throw new RefusedRequest(
          RequestError.MALFORMED_GZIP, "expected a complete gzip stream in " + length + " bytes");
    }
  }
}
