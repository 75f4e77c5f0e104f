// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.chatwoot;

import static io.tideboard.platforms.SignatureScheme.Verdict.FORGED;
import static io.tideboard.platforms.SignatureScheme.Verdict.GENUINE;
import static io.tideboard.platforms.SignatureScheme.Verdict.STALE;
import static io.tideboard.platforms.SignatureScheme.Verdict.UNSIGNED;
import static io.tideboard.platforms.desk.Signing.secrets;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.SignatureScheme.Verdict;
import io.tideboard.platforms.desk.Signing;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatwootSignatureTest {

  private static final String SIGNATURE = "x-chatwoot-signature";
  private static final String TIMESTAMP = "x-chatwoot-timestamp";
  private static final String SECRET = "of-the-tests";
  private static final String SIGNED_AT = "1772440200";
  private static final Instant NOW = Instant.ofEpochSecond(1772440200 + 60);
  private static final String BODY = "{\"event\":\"message_created\"}";

  private final ChatwootSignature scheme = new ChatwootSignature();

  @Test
  void timestampDotBodySignedWithTheSecretIsGenuine() {
    assertThat(check(signature(SECRET), SIGNED_AT)).isEqualTo(GENUINE);
  }

  @Test
  void anotherSecretTimeOrSchemeIsForged() {
    assertThat(check(signature("another"), SIGNED_AT)).isEqualTo(FORGED);
    assertThat(check(signature(SECRET), "1772440201")).isEqualTo(FORGED);
    assertThat(check(signature(SECRET).substring("sha256=".length()), SIGNED_AT)).isEqualTo(FORGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256=", "sha256=xyz", "sha1=00"})
  void aSignatureThatIsNoneIsForged(String signature) {
    assertThat(check(signature, SIGNED_AT)).isEqualTo(FORGED);
  }

  @Test
  void aTimestampMoreThanFiveMinutesOffIsStale() {
    Delivery delivery =
        Signing.delivery(BODY, Map.of(SIGNATURE, signature(SECRET), TIMESTAMP, SIGNED_AT));

    assertThat(scheme.check(delivery, secrets(SECRET), NOW.plusSeconds(241))).isEqualTo(STALE);
    assertThat(scheme.check(delivery, secrets(SECRET), NOW.plusSeconds(240))).isEqualTo(GENUINE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://center.example/v1/hooks/chatwoot/shop?token=of-the-tests, GENUINE",
    "https://center.example/v1/hooks/chatwoot/shop?a=1&token=of%2Dthe%2Dtests#x, GENUINE",
    "https://center.example/v1/hooks/chatwoot/shop?token=guessed, FORGED",
    "https://center.example/v1/hooks/chatwoot/shop?token=, UNSIGNED",
    "https://center.example/v1/hooks/chatwoot/shop?token=%zz, UNSIGNED",
    "https://center.example/v1/hooks/chatwoot/shop, UNSIGNED"
  })
  void releasesThatDoNotSignHaveATokenInTheAddress(String url, Verdict verdict) {
    Delivery delivery = new Delivery("shop", url, Map.of(), Signing.utf8(BODY));

    assertThat(scheme.check(delivery, secrets(SECRET, "older"), NOW)).isEqualTo(verdict);
  }

  @Test
  void aTokenDoesNotSaveAForgedSignature() {
    Delivery delivery =
        new Delivery(
            "shop",
            "https://center.example/v1/hooks/chatwoot/shop?token=" + SECRET,
            Map.of(SIGNATURE, signature("another"), TIMESTAMP, SIGNED_AT),
            Signing.utf8(BODY));

    assertThat(scheme.check(delivery, secrets(SECRET), NOW)).isEqualTo(FORGED);
  }

  @Test
  void aSignatureWithoutItsTimestampIsUnsigned() {
    Delivery delivery = Signing.delivery(BODY, Map.of(SIGNATURE, signature(SECRET)));

    assertThat(scheme.check(delivery, secrets(SECRET), NOW)).isEqualTo(UNSIGNED);
  }

  private Verdict check(String signature, String timestamp) {
    return scheme.check(
        Signing.delivery(BODY, Map.of(SIGNATURE, signature, TIMESTAMP, timestamp)),
        secrets(SECRET),
        NOW);
  }

  private static String signature(String secret) {
    return "sha256=" + Signing.hex("HmacSHA256", secret, SIGNED_AT + "." + BODY);
  }
}
