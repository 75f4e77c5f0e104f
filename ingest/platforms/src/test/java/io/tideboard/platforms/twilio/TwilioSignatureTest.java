// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme.Verdict;
import io.tideboard.platforms.support.Proof;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSignatureTest {

  private static final String URL = "https://hooks.example.com/v1/hooks/twilio/flex";
  private static final String FORM = "TaskSid=WT1&EventType=task.created&Empty=&Text=a%20b%2Bc";
  private static final String SIGNED = "EmptyEventTypetask.createdTaskSidWT1Texta b+c";
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final TwilioSignature scheme = new TwilioSignature();

  @Test
  void aFormIsSignedWithItsAddressAndItsSortedParameters() {
    assertThat(check(URL, FORM, signature("token", URL + SIGNED))).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void theExampleOfTheDocumentationIsGenuine() {
    String url = "https://example.com/myapp.php?foo=1&bar=2";
    String form =
        "Digits=1234&To=%2B18005551212&From=%2B14158675310&Caller=%2B14158675310"
            + "&CallSid=CA1234567890ABCDE";
    Delivery delivery = delivery(url, form, "L/OH5YylLD5NRKLltdqwSvS0BnU=");
    assertThat(scheme.check(delivery, secrets("12345"), NOW)).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void theSecondSecretServesWhileTheFirstIsReplaced() {
    Secrets both = new Secrets(List.of(bytes("new"), bytes("token")));
    Delivery delivery = delivery(URL, FORM, signature("token", URL + SIGNED));
    assertThat(scheme.check(delivery, both, NOW)).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void aNameThatOccursTwiceIsSignedWithItsValuesSorted() {
    assertThat(check(URL, "A=2&A=1&A=2", signature("token", URL + "A1A2")))
        .isEqualTo(Verdict.GENUINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TaskSid=WT2&EventType=task.created&Empty=&Text=a%20b%2Bc", "", "%zz"})
  void anotherFormIsForged(String form) {
    assertThat(check(URL, form, signature("token", URL + SIGNED))).isEqualTo(Verdict.FORGED);
  }

  @Test
  void anotherAddressIsForged() {
    assertThat(check(URL + "2", FORM, signature("token", URL + SIGNED))).isEqualTo(Verdict.FORGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no base 64!", "AAAA"})
  void whatIsNoSignatureIsForged(String header) {
    assertThat(check(URL, FORM, header)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void noSignatureIsUnsigned() {
    Delivery delivery = new Delivery("flex", URL, Map.of(), bytes(FORM));
    assertThat(scheme.check(delivery, secrets("token"), NOW)).isEqualTo(Verdict.UNSIGNED);
  }

  @Test
  void behindAProxyThePortMayOrMayNotBeSigned() {
    String withPort = "https://hooks.example.com:443/v1/hooks/twilio/flex";
    assertThat(check(URL, FORM, signature("token", withPort + SIGNED))).isEqualTo(Verdict.GENUINE);
    assertThat(check(withPort, FORM, signature("token", URL + SIGNED))).isEqualTo(Verdict.GENUINE);
    assertThat(check("http://[::1]/x", FORM, signature("token", "http://[::1]:80/x" + SIGNED)))
        .isEqualTo(Verdict.GENUINE);
    assertThat(check("http://[::1]:80/x", FORM, signature("token", "http://[::1]/x" + SIGNED)))
        .isEqualTo(Verdict.GENUINE);
  }

  @Test
  void aBodyOfJsonIsSignedByItsHashInTheAddress() {
    String body = "[{\"id\":\"NO1\"}]";
    String url = URL + "?a=1&bodySHA256=" + sha256(body);
    assertThat(check(url, body, signature("token", url))).isEqualTo(Verdict.GENUINE);
    assertThat(check(url, body + " ", signature("token", url))).isEqualTo(Verdict.FORGED);
    assertThat(check(url, body, signature("other", url))).isEqualTo(Verdict.FORGED);
  }

  @Test
  void aBodyOfJsonWithoutItsHashIsForged() {
    assertThat(check(URL, "[{\"id\":\"NO1\"}]", signature("token", URL))).isEqualTo(Verdict.FORGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?bodySHA256=zz", "?bodySHA256=", "?bodySHA256=%", "?%zz&bodySHA256=00"})
  void aHashThatIsNoneIsForged(String query) {
    String url = URL + query;
    assertThat(check(url, "[]", signature("token", url))).isEqualTo(Verdict.FORGED);
  }

  private Verdict check(String url, String body, String signature) {
    return scheme.check(delivery(url, body, signature), secrets("token"), NOW);
  }

  private static Delivery delivery(String url, String body, String signature) {
    return new Delivery("flex", url, Map.of("x-twilio-signature", signature), bytes(body));
  }

  private static Secrets secrets(String secret) {
    return new Secrets(List.of(bytes(secret)));
  }

  private static String signature(String secret, String signed) {
    return Base64.getEncoder().encodeToString(Proof.hmac("HmacSHA1", bytes(secret), bytes(signed)));
  }

  private static String sha256(String body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(body)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
