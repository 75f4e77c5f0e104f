// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.events.Event;
import java.nio.charset.StandardCharsets;

/**
 * In which order events come that are of the same type and the same instant: by a digest of source
 * and id (FNV-1a, its high half folded in), which has no meaning but is the same everywhere.
 */
final class Identity {

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long MIX = 0xff51afd7ed558ccdL;

  private Identity() {}

  static long of(Event event) {
    long hash = over(event.header().source(), BASIS);
    hash = (hash ^ 0xff) * PRIME;
    hash = over(event.header().id(), hash);
    hash = (hash ^ (hash >>> 33)) * MIX;
    return hash ^ (hash >>> 33);
  }

  private static long over(String text, long hash) {
    long next = hash;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      next = (next ^ b) * PRIME;
    }
    return next;
  }
}
