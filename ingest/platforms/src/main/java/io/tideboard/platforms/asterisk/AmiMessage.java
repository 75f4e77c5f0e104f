// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One message of the manager interface. Names of fields are matched whatever their case, as
 * Asterisk does; of a field that comes several times the first counts.
 *
 * @param fields by their names; the greeting has one, {@code Greeting}
 */
public record AmiMessage(Map<String, String> fields) {

  /** The field of the greeting, which has no name of its own. */
  public static final String GREETING = "Greeting";

  public AmiMessage {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(fields);
    fields = java.util.Collections.unmodifiableMap(anyCase);
  }

  /** The field, or null. */
  public @Nullable String get(String name) {
    return fields.get(name);
  }

  /** The field, or the empty string. */
  public String text(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The name of the event, or the empty string of a message that is none. */
  public String event() {
    return text("Event");
  }
}
