// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import io.tideboard.traffic.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Says that a key is unknown, and which known one was probably meant. */
final class UnknownKey {

  private static final Pattern SECRETIVE =
      Pattern.compile("(key|secret|password|token)$", Pattern.CASE_INSENSITIVE);

  private UnknownKey() {}

  /** About a key in a file or a flag. */
  static String message(Entry entry, Collection<Key> known) {
    String nearest = Nearest.to(entry.key().toString(), spelt(known));
    return entry.origin()
        + ": "
        + entry.key()
        + ": "
        + shown(entry.value(), entry.key().name(), nearest)
        + ": expected a known key, the nearest is "
        + nearest;
  }

  /** About an environment variable. */
  static String message(String variable, String value, Collection<Key> known) {
    List<String> variables =
        known.stream().filter(key -> !key.name().isEmpty()).map(Key::variable).toList();
    String nearest = Nearest.to(variable, variables);
    return variable
        + ": "
        + shown(value, variable, nearest)
        + ": expected a variable that names a known key, the nearest is "
        + nearest;
  }

  /** What is called like a secret may be one, and so may what was meant to be. */
  private static String shown(String value, String name, String nearest) {
    return SECRETIVE.matcher(name).find() || SECRETIVE.matcher(nearest).find()
        ? value.length() + " characters"
        : "'" + value + "'";
  }

  private static List<String> spelt(Collection<Key> known) {
    return known.stream().filter(key -> !key.name().isEmpty()).map(Key::toString).toList();
  }
}
