// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.standard;

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
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksTest {

  private static final byte[] KEY = utf8("twenty-four bytes of key");
  private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
  private static final String ID = "msg_7";
  private static final String SIGNED_AT = "1772440200";
  private static final Instant NOW = Instant.ofEpochSecond(1772440230);
  private static final String BODY = "[{\"id\":\"e-1\"}]";

  private final StandardWebhooks scheme = new StandardWebhooks();

  @Test
  void idTimestampAndBodySignedWithTheSecretAreGenuine() {
    assertThat(check(signature(KEY), SECRET)).isEqualTo(GENUINE);
  }

  @Test
  void aSecretWithoutThePrefixStandsForItsOwnBytes() {
    assertThat(check(signature(utf8("plain")), "plain")).isEqualTo(GENUINE);
    assertThat(check(signature(utf8("whsec_!")), "whsec_!")).isEqualTo(GENUINE);
  }

  @Test
  void oneGoodSignatureAmongSeveralIsEnough() {
    assertThat(check("v1a,AAAA " + signature(utf8("older")) + " " + signature(KEY), SECRET))
        .isEqualTo(GENUINE);
  }

  @Test
  void eitherOfTwoSecretsIsGood() {
    assertThat(scheme.check(delivery(signature(KEY)), secrets("newer", SECRET), NOW))
        .isEqualTo(GENUINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1,", "v1,AAAA", "v2,AAAA", "AAAA", "v1,???", ", , ,"})
  void aSignatureThatIsNoneIsForged(String signature) {
    assertThat(check(signature, SECRET)).isEqualTo(FORGED);
  }

  @Test
  void noMoreThanEightSignaturesAreTried() {
    assertThat(check("v1,AAAA ".repeat(7) + signature(KEY), SECRET)).isEqualTo(GENUINE);
    assertThat(check("v1,AAAA ".repeat(8) + signature(KEY), SECRET)).isEqualTo(FORGED);
  }

  @Test
  void anotherIdTimeOrBodyIsForged() {
    for (String changed : new String[] {"webhook-id", "webhook-timestamp"}) {
      Map<String, String> headers = new HashMap<>(headers(signature(KEY)));
      headers.put(changed, "1772440201");
      assertThat(scheme.check(Signing.delivery(BODY, headers), secrets(SECRET), NOW))
          .isEqualTo(FORGED);
    }
    assertThat(
            scheme.check(
                Signing.delivery(BODY + "x", headers(signature(KEY))), secrets(SECRET), NOW))
        .isEqualTo(FORGED);
  }

  @Test
  void aTimestampMoreThanFiveMinutesOffIsStale() {
    assertThat(scheme.check(delivery(signature(KEY)), secrets(SECRET), NOW.plusSeconds(271)))
        .isEqualTo(STALE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
  void withoutOneOfItsHeadersItIsUnsigned(String header) {
    Map<String, String> headers = new HashMap<>(headers(signature(KEY)));
    headers.remove(header);

    assertThat(scheme.check(Signing.delivery(BODY, headers), secrets(SECRET), NOW))
        .isEqualTo(UNSIGNED);
  }

  private Verdict check(String signature, String secret) {
    return scheme.check(delivery(signature), secrets(secret), NOW);
  }

  private static io.tideboard.platforms.Delivery delivery(String signature) {
    return Signing.delivery(BODY, headers(signature));
  }

  private static Map<String, String> headers(String signature) {
    return Map.of(
        StandardWebhooks.ID, ID,
        StandardWebhooks.TIMESTAMP, SIGNED_AT,
        StandardWebhooks.SIGNATURE, signature);
  }

  private static String signature(byte[] key) {
    return "v1," + Signing.base64("HmacSHA256", key, ID + "." + SIGNED_AT + "." + BODY);
  }
}
