// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything of {@link FuzzTarget} in one: the first byte says which. With the suite it runs from
 * the fixtures, and for some seconds guided by coverage; {@link CloudPlatformsFuzz} has them one by
 * one, for as long as one likes.
 */
class CloudPlatformsFuzzTest {

  private static final FuzzTarget[] TARGETS = FuzzTarget.values();
  private static final String REQUEST =
      "https://example.com:443/x?bodySHA256=00\nAAAA\nBasic YTpi\n[]";

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10s")
  void whateverArrivesIsToldRefusedOrForged(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int choice = Math.floorMod(input[0], 2 * TARGETS.length);
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    FuzzTarget target = TARGETS[choice / 2];
    if (choice % 2 == 0) {
      target.translate(rest);
    } else {
      target.check(rest);
    }
  }

  static Stream<Arguments> seeds() {
    return Arrays.stream(TARGETS)
        .flatMap(
            target ->
                Stream.concat(
                    target.seeds().map(seed -> chosen(2 * target.ordinal(), seed)),
                    Stream.of(
                        chosen(
                            2 * target.ordinal() + 1, REQUEST.getBytes(StandardCharsets.UTF_8)))))
        .map(Arguments::of);
  }

  private static byte[] chosen(int choice, byte[] seed) {
    byte[] input = new byte[seed.length + 1];
    input[0] = (byte) choice;
    System.arraycopy(seed, 0, input, 1, seed.length);
    return input;
  }
}
