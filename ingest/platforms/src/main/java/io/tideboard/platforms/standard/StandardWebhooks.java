// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.standard;

import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.desk.SignedTime;
import io.tideboard.platforms.support.Proof;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The signature of the Standard Webhooks specification: HMAC-SHA256 over {@code
 * webhook-id.webhook-timestamp.body}, in Base64 after {@code v1,}. A delivery may have several
 * signatures with blanks between them while a sender changes its secret; those of other versions
 * are passed over. A secret as {@code whsec_} and Base64 stands for the bytes behind it, any other
 * for its own.
 */
public final class StandardWebhooks implements SignatureScheme {

  /** Which delivery, at each attempt the same. */
  public static final String ID = "webhook-id";

  /** When this attempt was made, in seconds since 1970. */
  public static final String TIMESTAMP = "webhook-timestamp";

  /** The signatures. */
  public static final String SIGNATURE = "webhook-signature";

  private static final String VERSION = "v1,";
  private static final byte[] SECRET_PREFIX = "whsec_".getBytes(StandardCharsets.UTF_8);

  /** A sender has two while it changes its secret; nobody gets to make us try thousands. */
  private static final int MOST_SIGNATURES = 8;

  @Override
  public Verdict check(Delivery delivery, Secrets secrets, Instant now) {
    String id = delivery.header(ID);
    String timestamp = delivery.header(TIMESTAMP);
    String signatures = delivery.header(SIGNATURE);
    if (id == null || timestamp == null || signatures == null) {
      return Verdict.UNSIGNED;
    }
    byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    boolean genuine = false;
    for (String signature : signatures.split(" ", MOST_SIGNATURES)) {
      genuine |= judge(signature, head, delivery, secrets) == Verdict.GENUINE;
    }
    return SignedTime.judged(genuine ? Verdict.GENUINE : Verdict.FORGED, timestamp, now);
  }

  @Override
  public @Nullable String mark(Delivery delivery) {
    return delivery.header(ID);
  }

  private static Verdict judge(String signature, byte[] head, Delivery delivery, Secrets secrets) {
    if (!signature.startsWith(VERSION)) {
      return Verdict.FORGED;
    }
    return Proof.judge(
        Proof.base64(signature.substring(VERSION.length())),
        secrets,
        secret -> Proof.hmac("HmacSHA256", key(secret), head, delivery.body()));
  }

  /** A secret whose Base64 cannot be read is taken for its own bytes. */
  private static byte[] key(byte[] secret) {
    for (int i = 0; i < SECRET_PREFIX.length; i++) {
      if (i >= secret.length || secret[i] != SECRET_PREFIX[i]) {
        return secret;
      }
    }
    byte[] decoded =
        Proof.base64(
            new String(
                secret,
                SECRET_PREFIX.length,
                secret.length - SECRET_PREFIX.length,
                StandardCharsets.UTF_8));
    return decoded == null || decoded.length == 0 ? secret : decoded;
  }
}
