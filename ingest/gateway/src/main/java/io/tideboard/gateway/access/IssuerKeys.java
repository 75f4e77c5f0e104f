// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The keys with which an issuer signs its tokens. */
final class IssuerKeys {

  /** What every Java can check. */
  static final List<JWSAlgorithm> ALGORITHMS =
      Stream.of("RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 HS256 HS384 HS512")
          .flatMap(names -> Stream.of(names.split(" ", -1)))
          .map(JWSAlgorithm::parse)
          .toList();

  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";

  private IssuerKeys() {}

  /** The algorithm of that name. */
  static JWSAlgorithm algorithm(String name) {
    JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
    if (!ALGORITHMS.contains(algorithm)) {
      throw new IllegalArgumentException(
          "'" + name + "' as the tokens' algorithm: expected one of " + ALGORITHMS);
    }
    return algorithm;
  }

  /** The keys of a file, for nothing but that algorithm. */
  static JWSKeySelector<SecurityContext> read(Path file, JWSAlgorithm algorithm) {
    try {
      String text = Files.readString(file).strip();
      return text.startsWith("{")
          ? new JWSVerificationKeySelector<>(algorithm, new ImmutableJWKSet<>(JWKSet.parse(text)))
          : new SingleKeyJWSKeySelector<>(algorithm, publicKey(text, algorithm));
    } catch (IOException e) {
      throw unreadable(file, "cannot be read");
    } catch (ParseException | GeneralSecurityException | IllegalArgumentException e) {
      throw unreadable(file, "holds no key for " + algorithm);
    }
  }

  private static PublicKey publicKey(String pem, JWSAlgorithm algorithm)
      throws GeneralSecurityException {
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("no " + BEGIN);
    }
    byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
    String kind = JWSAlgorithm.Family.EC.contains(algorithm) ? "EC" : "RSA";
    return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static IllegalArgumentException unreadable(Path file, String why) {
    return new IllegalArgumentException(
        "the tokens' keys: " + file + " " + why + ": expected a public key in PEM, or a JWK set");
  }
}
