// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The name of one setting.
 *
 * @param section the first word, such as {@code gateway}
 * @param item the queue, source or receiver it is about; empty outside of their sections
 * @param name the rest, such as {@code port} or {@code thresholds.email}
 */
record Key(String section, String item, String name) {

  static final String QUEUES = "queues";
  static final String SOURCES = "sources";
  static final String TOKENS = "tokens";
  static final String RECEIVERS = "receivers";
  static final String VARIABLE_PREFIX = "TIDEBOARD_";

  /** Names under which others are grouped, where items' own names may contain dots. */
  private static final Map<String, Set<String>> GROUPS =
      Map.of(
          QUEUES, Set.of("thresholds", "maxVisit", "alerts"),
          RECEIVERS, Set.of("webhook", "pagerDuty", "alertmanager"),
          SOURCES, Set.of("hook", "ami", "queueLog", "freeswitch"),
          TOKENS, Set.of());

  static Key of(String section, String name) {
    return new Key(section, "", name);
  }

  /** Whether a section holds items, each with settings of its own. */
  static boolean holdsItems(String section) {
    return GROUPS.containsKey(section);
  }

  /** The setting of the same item that has that name. */
  Key named(String name) {
    return new Key(section, item, name);
  }

  /** The key that a user wrote with dots; an item's own name may contain dots and blanks. */
  static Key parse(String dotted) {
    int first = dotted.indexOf('.');
    if (first < 0) {
      return of(dotted, "");
    }
    String section = dotted.substring(0, first);
    String rest = dotted.substring(first + 1);
    Set<String> groups = GROUPS.get(section);
    if (groups == null) {
      return of(section, rest);
    }
    int last = rest.lastIndexOf('.');
    if (last < 0) {
      return new Key(section, rest, "");
    }
    int before = rest.lastIndexOf('.', last - 1);
    return before >= 0 && groups.contains(rest.substring(before + 1, last))
        ? new Key(section, rest.substring(0, before), rest.substring(before + 1))
        : new Key(section, rest.substring(0, last), rest.substring(last + 1));
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
    return section + (item.isEmpty() ? "" : "." + item) + (name.isEmpty() ? "" : "." + name);
  }
}
