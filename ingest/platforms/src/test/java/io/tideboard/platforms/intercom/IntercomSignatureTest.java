// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import static io.tideboard.platforms.SignatureScheme.Verdict.FORGED;
import static io.tideboard.platforms.SignatureScheme.Verdict.GENUINE;
import static io.tideboard.platforms.SignatureScheme.Verdict.UNSIGNED;
import static io.tideboard.platforms.desk.Signing.secrets;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.platforms.SignatureScheme.Verdict;
import io.tideboard.platforms.desk.Signing;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntercomSignatureTest {

  private static final String SIGNATURE = "x-hub-signature";
  private static final String SECRET = "client-secret-of-the-tests";
  private static final String BODY = "{\"topic\":\"ping\"}";

  private final IntercomSignature scheme = new IntercomSignature();

  @Test
  void theBodySignedWithTheClientSecretIsGenuineWheneverItComes() {
    assertThat(check(signature(SECRET))).isEqualTo(GENUINE);
  }

  @Test
  void anotherSecretIsForgedAndEitherOfTwoIsGood() {
    assertThat(check(signature("another"))).isEqualTo(FORGED);
    assertThat(
            scheme.check(
                Signing.delivery(BODY, Map.of(SIGNATURE, signature("older"))),
                secrets("newer", "older"),
                Instant.EPOCH))
        .isEqualTo(GENUINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha1=", "sha1=zz", "sha256=00", "sha1=00"})
  void aSignatureThatIsNoneIsForged(String signature) {
    assertThat(check(signature)).isEqualTo(FORGED);
  }

  @Test
  void withoutSignatureItIsUnsigned() {
    assertThat(scheme.check(Signing.delivery(BODY, Map.of()), secrets(SECRET), Instant.EPOCH))
        .isEqualTo(UNSIGNED);
  }

  private Verdict check(String signature) {
    return scheme.check(
        Signing.delivery(BODY, Map.of(SIGNATURE, signature)), secrets(SECRET), Instant.EPOCH);
  }

  private static String signature(String secret) {
    return "sha1=" + Signing.hex("HmacSHA1", secret, BODY);
  }
}
