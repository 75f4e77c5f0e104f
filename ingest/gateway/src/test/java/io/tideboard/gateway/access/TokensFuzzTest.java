// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tideboard.events.access.KeyHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever does not have the issuer's key is not believed, whatever is shown, and breaks nothing.
 */
class TokensFuzzTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** Of a key that nobody has any more. */
  private static final Access ACCESS = access();

  private static Access access() {
    try {
      Path directory = Files.createTempDirectory("tokens");
      AccessSettings settings =
          AccessSettings.OPEN
              .with(SourceSettings.of("pbx").with(KeyHash.of("a key that no fuzzer guesses 7261")))
              .with(new Issuer().believed(directory));
      return new Access(settings, () -> NOW);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<byte[]> shown() {
    return Stream.of(
            new Issuer().token("pbx", NOW.plusSeconds(60)),
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJwYngifQ.",
            "eyJhbGciOiJFUzI1NiJ9.e30.AAAA",
            "a key")
        .map(text -> ("Bearer " + text).getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("shown")
  @FuzzTest(maxDuration = "4s")
  void nobodyIsBelievedWithoutTheKey(byte[] input) {
    String authorization = new String(input, StandardCharsets.UTF_8);
    Credential header = new Credential(List.of(authorization), List.of(), null);
    assertThatThrownBy(() -> ACCESS.caller(header)).isInstanceOf(AccessDenied.class);
    Credential key = new Credential(List.of(), List.of(authorization), null);
    assertThatThrownBy(() -> ACCESS.caller(key)).isInstanceOf(AccessDenied.class);
  }
}
