// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import java.util.Locale;

/**
 * The name of one setting.
 *
 * @param section the first word, such as {@code gateway}
 * @param queue the queue it is about; empty outside of {@code queues}
 * @param name the rest, such as {@code port} or {@code thresholds.email}
 */
record Key(String section, String queue, String name) {

  static final String QUEUES = "queues";
  static final String VARIABLE_PREFIX = "TIDEBOARD_";

  /** Per-channel settings: the only names with a dot in them. */
  private static final String THRESHOLDS = "thresholds.";

  static Key of(String section, String name) {
    return new Key(section, "", name);
  }

  /** The key that a user wrote with dots; a queue's own name may contain dots and blanks. */
  static Key parse(String dotted) {
    int first = dotted.indexOf('.');
    if (first < 0) {
      return of(dotted, "");
    }
    String section = dotted.substring(0, first);
    String rest = dotted.substring(first + 1);
    if (!section.equals(QUEUES)) {
      return of(section, rest);
    }
    int last = rest.lastIndexOf('.');
    if (last < 0) {
      return new Key(section, rest, "");
    }
    String queue = rest.substring(0, last);
    String name = rest.substring(last + 1);
    if (("." + queue).endsWith("." + THRESHOLDS.substring(0, THRESHOLDS.length() - 1))) {
      int before = queue.lastIndexOf('.');
      return new Key(section, before < 0 ? "" : queue.substring(0, before), THRESHOLDS + name);
    }
    return new Key(section, queue, name);
  }

  /** The environment variable that sets it. */
  String variable() {
    StringBuilder variable = new StringBuilder(VARIABLE_PREFIX);
    String dotted = toString();
    for (int i = 0; i < dotted.length(); i++) {
      char c = dotted.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(dotted.charAt(i - 1))) {
        variable.append('_');
      }
      variable.append(Character.isLetterOrDigit(c) ? c : '_');
    }
    return variable.toString().toUpperCase(Locale.ROOT);
  }

  /** Whether that environment variable means this key, wherever its underscores stand. */
  boolean isNamedBy(String variable) {
    return letters(variable).equals(letters(VARIABLE_PREFIX + this));
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Override
  public String toString() {
    return section + (queue.isEmpty() ? "" : "." + queue) + (name.isEmpty() ? "" : "." + name);
  }
}
