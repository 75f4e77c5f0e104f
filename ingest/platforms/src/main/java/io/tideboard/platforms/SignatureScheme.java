// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a platform's deliveries prove where they come from. Pure: the time is an argument. */
public interface SignatureScheme {

  /** What became of the proof. */
  enum Verdict {
    /** Signed with one of the secrets, and recently where the scheme signs a time. */
    GENUINE,
    /** Nothing that could be checked. */
    UNSIGNED,
    /** A signature of something else, or with another secret. */
    FORGED,
    /** Genuine, but its signed time is more than five minutes off. */
    STALE
  }

  /**
   * Judges a delivery. Comparisons take the same time whatever they find.
   *
   * @param secrets the installation's secrets for this source; several while one replaces another
   * @param now by which signed times are judged
   */
  Verdict check(Delivery delivery, Secrets secrets, Instant now);

  /**
   * What a genuine delivery has in common with nothing but its own repetitions: a signed number, or
   * the signature where a time is signed. By this a repetition is recognised.
   *
   * @return null where the scheme signs neither, so that a repetition looks like a second delivery
   */
  default @Nullable String mark(Delivery delivery) {
    return null;
  }
}
