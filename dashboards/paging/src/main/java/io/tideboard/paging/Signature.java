// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of the Standard Webhooks specification: HMAC-SHA256 over {@code id.timestamp.body},
 * in Base64 after {@code v1,}; one for each secret. A secret as {@code whsec_} and Base64 stands
 * for the bytes behind it, any other for its own.
 */
@SuppressWarnings("ArrayRecordComponent") // Made, used and dropped.
record Signature(String id, Instant at, byte[] body) {

  static final String ID = "webhook-id";
  static final String TIMESTAMP = "webhook-timestamp";
  static final String SIGNATURE = "webhook-signature";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String SECRET_PREFIX = "whsec_";

  String by(List<byte[]> secrets) {
    return secrets.stream().map(this::by).collect(Collectors.joining(" "));
  }

  private String by(byte[] secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(secret), ALGORITHM));
      mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static byte[] key(byte[] secret) {
    String text = new String(secret, StandardCharsets.UTF_8);
    if (!text.startsWith(SECRET_PREFIX)) {
      return secret;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(text.substring(SECRET_PREFIX.length()));
      return decoded.length == 0 ? secret : decoded;
    } catch (IllegalArgumentException notBase64) {
      return secret;
    }
  }
}
