// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tideboard.platforms.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a desk sends, guided by coverage. The first byte chooses the desk, the rest is the body;
 * every fixture is a seed.
 */
class DeskFuzzTest {

  private static final List<Platform> DESKS = DeskFixture.DESKS;

  static Stream<byte[]> fixtures() {
    return DeskFixture.all().stream()
        .map(
            fixture -> {
              byte[] body = fixture.body();
              byte[] data = new byte[body.length + 1];
              data[0] = (byte) DESKS.indexOf(fixture.platform());
              System.arraycopy(body, 0, data, 1, body.length);
              return data;
            });
  }

  @MethodSource("fixtures")
  @FuzzTest(maxDuration = "5s")
  void anyDeliveryIsTranslatedOrRefused(byte[] data) {
    if (data.length > 0) {
      Platform desk = DESKS.get((data[0] & 0xff) % DESKS.size());
      AnyDelivery.isTranslatedOrRefused(desk, Arrays.copyOfRange(data, 1, data.length));
    }
  }
}
