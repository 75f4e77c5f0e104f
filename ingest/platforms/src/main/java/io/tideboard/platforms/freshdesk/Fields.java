// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freshdesk;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.support.Payload;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a body whose shape somebody chose, found by what their names come down to: {@code
 * ticket_agent_email}, {@code agentEmail} and {@code "agent": {"email"}} are the same.
 */
final class Fields {

  private static final Pattern WRAPPERS = Pattern.compile("^(freshdeskwebhook)?(ticket)?");
  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]");

  private final Map<String, String> byName = new HashMap<>();

  Fields(Payload body) {
    body.leaves()
        .forEach(
            (path, value) -> {
              String text = value.strip();
              if (!isEmpty(text)) {
                byName.putIfAbsent(comesDownTo(path), text);
              }
            });
  }

  private static String comesDownTo(String path) {
    String letters = SEPARATORS.matcher(path.toLowerCase(Locale.ROOT)).replaceAll("");
    String name = WRAPPERS.matcher(letters).replaceFirst("");
    return name.isEmpty() ? letters : name;
  }

  /** What Freshdesk pastes for nothing: blanks, dashes, or the placeholder as it stood. */
  private static boolean isEmpty(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "-", "--", "null", "none", "no group", "no agent", "unassigned" -> true;
      default -> text.startsWith("{{");
    };
  }

  /**
   * The first value among names, each as it comes down to small letters; null when none is there.
   */
  @Nullable String text(String... names) {
    for (String name : names) {
      String value = byName.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /**
   * As {@link #text}, of a value that must be there.
   *
   * @param field how the template calls it, for messages
   */
  String needed(String field, String... names) {
    String value = text(names);
    if (value == null) {
      throw new InvalidEvent(ErrorCode.MISSING_FIELD, field, null, "1 or more characters");
    }
    return value;
  }
}
