// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names that come again and again, such as those of queues and agents: made into strings once, and
 * then found by their bytes. Of two names that fall together the later one is remembered.
 */
final class NameMemory {

  private static final int SLOTS = 1 << 12;

  private record Name(byte[] bytes, String text) {}

  private final @Nullable Name[] names = new Name[SLOTS];

  String name(byte[] value, int from, int length) {
    int hash = 1;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + value[i];
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    Name known = names[slot];
    if (known != null
        && Arrays.equals(known.bytes, 0, known.bytes.length, value, from, from + length)) {
      return known.text;
    }
    Name made =
        new Name(
            Arrays.copyOfRange(value, from, from + length),
            new String(value, from, length, StandardCharsets.UTF_8));
    names[slot] = made;
    return made.text;
  }
}
