// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.access;

import io.tideboard.events.access.KeyHash;
import java.util.List;

/**
 * Somebody who may look.
 *
 * @param name by which it is known to whoever configures it
 * @param keys what its token hashes to: one, or two while one replaces another
 */
public record Token(String name, Role role, List<KeyHash> keys) {

  public Token {
    if (keys.isEmpty() || keys.size() > 2) {
      throw new IllegalArgumentException(keys.size() + " keys of " + name + ": expected 1 or 2");
    }
    keys = List.copyOf(keys);
  }
}
