// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme.Verdict;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of signatures. Every secret is tried and every byte compared, whatever was found
 * before, so that the time taken tells nothing.
 */
public final class Proof {

  private Proof() {}

  /**
   * Whether {@code given} is what one of the secrets makes.
   *
   * @param given the signature as decoded from its header; null when it could not be decoded
   * @param expected the signature that a secret makes
   */
  public static Verdict judge(
      byte @Nullable [] given, Secrets secrets, Function<byte[], byte[]> expected) {
    boolean genuine = false;
    for (byte[] secret : secrets.active()) {
      genuine |= given != null && MessageDigest.isEqual(expected.apply(secret), given);
    }
    return genuine ? Verdict.GENUINE : Verdict.FORGED;
  }

  /**
   * The HMAC of several pieces, one after the other.
   *
   * @param algorithm {@code HmacSHA1} or {@code HmacSHA256}
   */
  public static byte[] hmac(String algorithm, byte[] secret, byte[]... pieces) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      for (byte[] piece : pieces) {
        mac.update(piece);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /** The bytes behind Base64, or null when the text is none. */
  public static byte @Nullable [] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The bytes behind hexadecimal digits of either case, or null when the text is none. */
  public static byte @Nullable [] hex(String text) {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
