// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.chatwoot;

import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.desk.SignedTime;
import io.tideboard.platforms.desk.UrlToken;
import io.tideboard.platforms.support.Proof;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code sha256=} and the hexadecimal HMAC-SHA256 over timestamp, a dot and the body. Releases that
 * do not sign prove themselves with the secret as {@code token} in the address of the hook; where
 * there is a signature, the token counts for nothing.
 */
final class ChatwootSignature implements SignatureScheme {

  private static final String SIGNATURE = "x-chatwoot-signature";
  private static final String TIMESTAMP = "x-chatwoot-timestamp";
  private static final String PREFIX = "sha256=";
  private static final byte[] DOT = {'.'};

  @Override
  public Verdict check(Delivery delivery, Secrets secrets, Instant now) {
    String signature = delivery.header(SIGNATURE);
    if (signature == null) {
      return UrlToken.check(delivery, secrets);
    }
    String timestamp = delivery.header(TIMESTAMP);
    if (timestamp == null) {
      return Verdict.UNSIGNED;
    }
    byte[] time = timestamp.getBytes(StandardCharsets.UTF_8);
    Verdict verdict =
        Proof.judge(
            decoded(signature),
            secrets,
            secret -> Proof.hmac("HmacSHA256", secret, time, DOT, delivery.body()));
    return SignedTime.judged(verdict, timestamp, now);
  }

  @Override
  public @Nullable String mark(Delivery delivery) {
    return delivery.header(SIGNATURE);
  }

  private static byte @Nullable [] decoded(String signature) {
    return signature.startsWith(PREFIX) ? Proof.hex(signature.substring(PREFIX.length())) : null;
  }
}
