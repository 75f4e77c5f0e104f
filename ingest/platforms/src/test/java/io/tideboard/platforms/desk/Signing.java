// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures made apart from the code that checks them. */
public final class Signing {

  private Signing() {}

  /** The HMAC of a text in Base64. */
  public static String base64(String algorithm, byte[] secret, String signed) {
    return Base64.getEncoder().encodeToString(hmac(algorithm, secret, signed));
  }

  /** The HMAC of a text in hexadecimal digits. */
  public static String hex(String algorithm, String secret, String signed) {
    return HexFormat.of().formatHex(hmac(algorithm, utf8(secret), signed));
  }

  private static byte[] hmac(String algorithm, byte[] secret, String signed) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return mac.doFinal(utf8(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those secrets. */
  public static Secrets secrets(String... secrets) {
    return new Secrets(List.of(secrets).stream().map(Signing::utf8).toList());
  }

  /** A delivery with that body and those headers. */
  public static Delivery delivery(String body, Map<String, String> headers) {
    return Fixture.delivery(utf8(body), headers);
  }

  /** The bytes of a text. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
