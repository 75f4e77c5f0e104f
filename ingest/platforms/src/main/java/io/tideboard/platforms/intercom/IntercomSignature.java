// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.support.Proof;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code sha1=} and the hexadecimal HMAC-SHA1 over the body, under the app's client secret. No time
 * is signed, so a delivery never goes stale.
 */
final class IntercomSignature implements SignatureScheme {

  private static final String SIGNATURE = "x-hub-signature";
  private static final String PREFIX = "sha1=";

  @Override
  public Verdict check(Delivery delivery, Secrets secrets, Instant now) {
    String signature = delivery.header(SIGNATURE);
    return signature == null
        ? Verdict.UNSIGNED
        : Proof.judge(
            decoded(signature), secrets, secret -> Proof.hmac("HmacSHA1", secret, delivery.body()));
  }

  private static byte @Nullable [] decoded(String signature) {
    return signature.startsWith(PREFIX) ? Proof.hex(signature.substring(PREFIX.length())) : null;
  }
}
