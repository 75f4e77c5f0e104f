// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.access;

import io.tideboard.events.access.KeyHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who may look. Where there is none, everybody may who reaches the wallboard, which then
 * listens to its own machine only.
 */
public record Tokens(List<Token> all) {

  /** Nobody needs one. */
  public static final Tokens NONE = new Tokens(List.of());

  public Tokens {
    all = List.copyOf(all);
  }

  /** Whether nobody may look without one. */
  public boolean required() {
    return !all.isEmpty();
  }

  /** Whose token that is; null when it is nobody's. All are compared, in constant time. */
  public @Nullable Token of(String shown) {
    KeyHash hash = KeyHash.of(shown);
    @Nullable Token found = null;
    for (Token token : all) {
      for (KeyHash key : token.keys()) {
        if (key.matches(hash)) {
          found = token;
        }
      }
    }
    return found;
  }
}
