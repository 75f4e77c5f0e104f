// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/** Whoever issues tokens, in tests. */
public final class Issuer {

  public static final String NAME = "https://login.example.org";
  public static final String AUDIENCE = "tideboard";

  private final ECKey key;

  /** One with a key of its own. */
  public Issuer() {
    try {
      this.key = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The settings that believe it, its public key in that directory. */
  public JwtSettings believed(Path directory) {
    return new JwtSettings("ES256", NAME, AUDIENCE, pem(directory));
  }

  Path pem(Path directory) {
    try {
      byte[] encoded = key.toECPublicKey().getEncoded();
      return Files.writeString(
          directory.resolve("issuer.pem"),
          "-----BEGIN PUBLIC KEY-----\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
              + "\n-----END PUBLIC KEY-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  Path jwks(Path directory) {
    try {
      return Files.writeString(
          directory.resolve("issuer.json"), new JWKSet(key.toPublicJWK()).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A token about that subject. */
  public String token(String subject, Instant expires) {
    return signed(claims(subject, expires).build());
  }

  static JWTClaimsSet.Builder claims(String subject, Instant expires) {
    return new JWTClaimsSet.Builder()
        .subject(subject)
        .issuer(NAME)
        .audience(AUDIENCE)
        .expirationTime(Date.from(expires));
  }

  String signed(JWTClaimsSet claims) {
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("key-1").build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed with its public key as if that were a shared secret. */
  String confused(JWTClaimsSet claims, Path pem) {
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      token.sign(new MACSigner(Files.readString(pem).getBytes(StandardCharsets.UTF_8)));
      return token.serialize();
    } catch (JOSEException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
