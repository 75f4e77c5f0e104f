// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

import java.util.List;

/**
 * The secrets that a source may use: two while one replaces another.
 *
 * @param active 1 or 2, each not empty
 */
public record Secrets(List<byte[]> active) {

  public Secrets {
    if (active.isEmpty() || active.size() > 2) {
      throw new IllegalArgumentException(active.size() + " secrets: expected 1 or 2");
    }
    for (byte[] secret : active) {
      if (secret.length == 0) {
        throw new IllegalArgumentException("an empty secret: expected at least one byte");
      }
    }
    active = List.copyOf(active);
  }

  /** The list without its contents. */
  @Override
  public String toString() {
    return active.size() + " secrets";
  }
}
