// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import io.tideboard.traffic.Nearest;
import java.util.Collection;
import java.util.List;

/** Says that a key is unknown, and which known one was probably meant. */
final class UnknownKey {

  private UnknownKey() {}

  /** About a key in a file or a flag. */
  static String message(Entry entry, Collection<Key> known) {
    return entry.origin()
        + ": "
        + entry.key()
        + ": '"
        + entry.value()
        + "': expected a known key, the nearest is "
        + Nearest.to(entry.key().toString(), spelt(known));
  }

  /** About an environment variable. */
  static String message(String variable, String value, Collection<Key> known) {
    List<String> variables =
        known.stream().filter(key -> !key.name().isEmpty()).map(Key::variable).toList();
    return variable
        + ": '"
        + value
        + "': expected a variable that names a known key, the nearest is "
        + Nearest.to(variable, variables);
  }

  private static List<String> spelt(Collection<Key> known) {
    return known.stream().filter(key -> !key.name().isEmpty()).map(Key::toString).toList();
  }
}
