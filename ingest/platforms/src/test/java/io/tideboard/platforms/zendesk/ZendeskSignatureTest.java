// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import static io.tideboard.platforms.SignatureScheme.Verdict.FORGED;
import static io.tideboard.platforms.SignatureScheme.Verdict.GENUINE;
import static io.tideboard.platforms.SignatureScheme.Verdict.STALE;
import static io.tideboard.platforms.SignatureScheme.Verdict.UNSIGNED;
import static io.tideboard.platforms.desk.Signing.secrets;
import static io.tideboard.platforms.desk.Signing.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.platforms.SignatureScheme.Verdict;
import io.tideboard.platforms.desk.Signing;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskSignatureTest {

  private static final String SIGNATURE = "x-zendesk-webhook-signature";
  private static final String TIMESTAMP = "x-zendesk-webhook-signature-timestamp";

  /** Looks like Base64, as Zendesk's do, and is a text all the same. */
  private static final String SECRET = "c2VjcmV0X29mX3RoZV90ZXN0c19vbmx5";

  private static final String SIGNED_AT = "2026-03-02T08:30:00Z";
  private static final Instant NOW = Instant.parse("2026-03-02T08:31:00Z");
  private static final String BODY = "{\"type\":\"zen:event-type:ticket.created\"}";

  private final ZendeskSignature scheme = new ZendeskSignature();

  @Test
  void timestampAndBodySignedWithTheSecretAreGenuine() {
    assertThat(check(BODY, signature(SECRET), SIGNED_AT)).isEqualTo(GENUINE);
  }

  @Test
  void theSchemeIsThatOfAKnownSignature() {
    // printf '%s' '2026-03-02T08:30:00Z{"type":"zen:event-type:ticket.created"}' |
    //   openssl dgst -sha256 -hmac "$SECRET" -binary | base64
    assertThat(check(BODY, "nKnUgF7etAQcF8/IcVWWSPeaWyrXrZsEOQm12yT2Rcw=", SIGNED_AT))
        .isEqualTo(GENUINE);
  }

  @Test
  void eitherOfTwoSecretsIsGoodWhileOneReplacesTheOther() {
    var delivery =
        Signing.delivery(BODY, Map.of(SIGNATURE, signature("older"), TIMESTAMP, SIGNED_AT));

    assertThat(scheme.check(delivery, secrets("newer", "older"), NOW)).isEqualTo(GENUINE);
    assertThat(scheme.check(delivery, secrets("newer", "newest"), NOW)).isEqualTo(FORGED);
  }

  @Test
  void anotherBodyOrAnotherTimeIsForged() {
    assertThat(check(BODY + " ", signature(SECRET), SIGNED_AT)).isEqualTo(FORGED);
    assertThat(check(BODY, signature(SECRET), "2026-03-02T08:30:01Z")).isEqualTo(FORGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not base64!", "AAAA", "sha256=AAAA"})
  void aSignatureThatIsNoneIsForged(String signature) {
    assertThat(check(BODY, signature, SIGNED_AT)).isEqualTo(FORGED);
  }

  @Test
  void withoutSignatureOrTimestampItIsUnsigned() {
    assertThat(scheme.check(Signing.delivery(BODY, Map.of()), secrets(SECRET), NOW))
        .isEqualTo(UNSIGNED);
    assertThat(
            scheme.check(
                Signing.delivery(BODY, Map.of(SIGNATURE, signature(SECRET))), secrets(SECRET), NOW))
        .isEqualTo(UNSIGNED);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T08:35:00Z, GENUINE",
    "2026-03-02T08:35:01Z, STALE",
    "2026-03-02T08:25:00Z, GENUINE",
    "2026-03-02T08:24:59Z, STALE"
  })
  void aTimestampMoreThanFiveMinutesOffIsStale(Instant now, Verdict verdict) {
    var delivery =
        Signing.delivery(BODY, Map.of(SIGNATURE, signature(SECRET), TIMESTAMP, SIGNED_AT));

    assertThat(scheme.check(delivery, secrets(SECRET), now)).isEqualTo(verdict);
  }

  @Test
  void aSignedTimestampThatNobodyCanReadIsStale() {
    String signature = Signing.base64("HmacSHA256", utf8(SECRET), "today" + BODY);

    assertThat(check(BODY, signature, "today")).isEqualTo(STALE);
  }

  private Verdict check(String body, String signature, String timestamp) {
    return scheme.check(
        Signing.delivery(body, Map.of(SIGNATURE, signature, TIMESTAMP, timestamp)),
        secrets(SECRET),
        NOW);
  }

  private static String signature(String secret) {
    return Signing.base64("HmacSHA256", utf8(secret), SIGNED_AT + BODY);
  }
}
