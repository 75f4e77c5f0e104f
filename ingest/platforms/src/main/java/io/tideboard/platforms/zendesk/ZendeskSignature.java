// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.desk.SignedTime;
import io.tideboard.platforms.support.Proof;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Base64 of HMAC-SHA256 over the timestamp as sent, an ISO time, and the body right after it. The
 * secret is the text that Zendesk shows, although it looks like Base64.
 */
final class ZendeskSignature implements SignatureScheme {

  private static final String SIGNATURE = "x-zendesk-webhook-signature";
  private static final String TIMESTAMP = "x-zendesk-webhook-signature-timestamp";

  @Override
  public Verdict check(Delivery delivery, Secrets secrets, Instant now) {
    String signature = delivery.header(SIGNATURE);
    String timestamp = delivery.header(TIMESTAMP);
    if (signature == null || timestamp == null) {
      return Verdict.UNSIGNED;
    }
    byte[] signed = timestamp.getBytes(StandardCharsets.UTF_8);
    Verdict verdict =
        Proof.judge(
            Proof.base64(signature),
            secrets,
            secret -> Proof.hmac("HmacSHA256", secret, signed, delivery.body()));
    return SignedTime.judged(verdict, timestamp, now);
  }

  @Override
  public @Nullable String mark(Delivery delivery) {
    return delivery.header(SIGNATURE);
  }
}
