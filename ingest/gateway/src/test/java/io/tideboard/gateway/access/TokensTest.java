// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(600);

  @TempDir Path directory;

  private final Issuer issuer = new Issuer();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private Tokens tokens;

  @BeforeEach
  void tokens() {
    tokens = new Tokens(issuer.believed(directory), now::get);
  }

  @Test
  void aTokenOfTheIssuerSpeaksOfItsSubject() {
    assertThat(tokens.believe(issuer.token("pbx", LATER)).subject()).isEqualTo("pbx");
  }

  @Test
  void theIssuersKeysMayBeASetOfKeys() {
    Tokens bySet =
        new Tokens(
            new JwtSettings("ES256", Issuer.NAME, Issuer.AUDIENCE, issuer.jwks(directory)),
            now::get);
    assertThat(bySet.believe(issuer.token("pbx", LATER)).subject()).isEqualTo("pbx");
  }

  @Test
  void tokensOfKeysThatWereReplacedAreNotBelievedHoweverOftenTheyWere() throws IOException {
    String token = issuer.token("pbx", LATER);
    tokens.believe(token);
    Issuer next = new Issuer();
    next.believed(directory); // writes its key over the other's
    tokens.renew();
    assertThat(tokens.believe(next.token("pbx", LATER)).subject()).isEqualTo("pbx");
    disbelieved(token);
  }

  @Test
  void keysThatAreNoneLeaveTheFormerOnes() throws IOException {
    Files.writeString(issuer.believed(directory).keys(), "no key");
    assertThatThrownBy(() -> tokens.renew()).isInstanceOf(IllegalArgumentException.class);
    assertThat(tokens.believe(issuer.token("pbx", LATER)).subject()).isEqualTo("pbx");
  }

  @Test
  void aTokenIsBelievedUntilItExpiresHoweverOftenItWasShown() {
    String token = issuer.token("pbx", LATER);
    assertThat(tokens.believe(token).subject()).isEqualTo("pbx");
    now.set(LATER.minusSeconds(1));
    assertThat(tokens.believe(token).subject()).isEqualTo("pbx");
    // A minute more for clocks that differ.
    now.set(LATER.plusSeconds(61));
    disbelieved(token);
  }

  @Test
  void aTokenOfAnotherIssuerOrForAnotherAudienceIsNotBelieved() {
    disbelieved(issuer.signed(Issuer.claims("pbx", LATER).issuer("https://other").build()));
    disbelieved(issuer.signed(Issuer.claims("pbx", LATER).audience("billing").build()));
    disbelieved(new Issuer().token("pbx", LATER));
  }

  @Test
  void aTokenThatSaysTooLittleIsNotBelieved() {
    disbelieved(issuer.signed(Issuer.claims("pbx", LATER).expirationTime(null).build()));
    disbelieved(issuer.signed(Issuer.claims("pbx", LATER).subject(null).build()));
    disbelieved(issuer.signed(Issuer.claims("", LATER).build()));
    disbelieved(issuer.signed(Issuer.claims("pbx", LATER).audience((String) null).build()));
  }

  @Test
  void noOtherAlgorithmIsBelieved() {
    JWTClaimsSet claims = Issuer.claims("pbx", LATER).build();
    disbelieved(new PlainJWT(claims).serialize());
    disbelieved(issuer.confused(claims, issuer.pem(directory)));
  }

  @Test
  void aChangedTokenIsNotBelieved() {
    String token = issuer.token("pbx", LATER);
    String other = issuer.token("crm", LATER);
    String[] parts = token.split("\\.", -1);
    String[] others = other.split("\\.", -1);
    disbelieved(parts[0] + "." + others[1] + "." + parts[2]);
    disbelieved(parts[0] + "." + parts[1] + ".");
    disbelieved("a.b.c");
    disbelieved("..");
  }

  @Test
  void keysThatAreNoneStopTheStart() throws IOException {
    Path file = Files.writeString(directory.resolve("none.pem"), "not a key");
    assertThatThrownBy(() -> new Tokens(with("ES256", file), now::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.pem holds no key for ES256")
        .hasMessageNotContaining("not a key");
    Path missing = directory.resolve("missing.pem");
    assertThatThrownBy(() -> new Tokens(with("ES256", missing), now::get))
        .hasMessageContaining("missing.pem cannot be read");
    assertThatThrownBy(() -> new Tokens(with("none", file), now::get))
        .hasMessageStartingWith("'none' as the tokens' algorithm: expected one of [RS256");
  }

  private static JwtSettings with(String algorithm, Path keys) {
    return new JwtSettings(algorithm, Issuer.NAME, Issuer.AUDIENCE, keys);
  }

  private void disbelieved(String token) {
    assertThatThrownBy(() -> tokens.believe(token))
        .as(token)
        .isInstanceOfSatisfying(
            AccessDenied.class, denied -> assertThat(denied.isGenuine()).isFalse());
  }
}
