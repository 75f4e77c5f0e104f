// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.hooks;

import io.tideboard.events.WireName;
import io.tideboard.platforms.SignatureScheme;

/** What became of a delivery's proof. */
public enum Outcome implements WireName {
  /** Signed with a secret of the source, and recently where the scheme signs a time. */
  GENUINE,
  /** Nothing that could be checked. */
  UNSIGNED,
  /** A signature of something else, or with another secret. */
  FORGED,
  /** Genuine, but too long ago. */
  STALE,
  /** Genuine, and taken before. */
  REPEATED;

  static Outcome of(SignatureScheme.Verdict verdict) {
    return switch (verdict) {
      case GENUINE -> GENUINE;
      case UNSIGNED -> UNSIGNED;
      case FORGED -> FORGED;
      case STALE -> STALE;
    };
  }
}
