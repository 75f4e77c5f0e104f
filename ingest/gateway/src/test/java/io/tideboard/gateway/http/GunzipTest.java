// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GunzipTest {

  @Test
  void aBodyUpToTheLimitIsDecompressed() throws IOException {
    byte[] compressed = gzip(new byte[1000]);
    assertThat(Gunzip.inflate(compressed, compressed.length, 1000)).hasSize(1000);
  }

  @Test
  void oneByteMoreIsRefused() throws IOException {
    byte[] compressed = gzip(new byte[1001]);
    assertThatThrownBy(() -> Gunzip.inflate(compressed, compressed.length, 1000))
        .isInstanceOf(RefusedRequest.class)
        .hasMessageContaining("more than 1000");
  }

  @Test
  void aStreamThatIsCutIsRefused() throws IOException {
    byte[] compressed = gzip(new byte[1000]);
    assertThatThrownBy(() -> Gunzip.inflate(compressed, compressed.length - 5, 1000))
        .isInstanceOf(RefusedRequest.class)
        .hasMessageContaining("complete gzip stream");
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(body);
    }
    return compressed.toByteArray();
  }
}
