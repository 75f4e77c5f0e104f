// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.chatwoot;

import io.tideboard.platforms.support.Payload;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code changed_attributes}: a list of objects with one member each, whose name has changed. */
final class Changes {

  private static final String MEMBER = "changed_attributes";

  private final boolean told;
  private final Map<String, Payload> byName = new LinkedHashMap<>();

  Changes(Payload body) {
    told = body.has(MEMBER);
    for (Payload change : body.objects(MEMBER)) {
      for (String name : change.names()) {
        byName.put(name, change.at(name));
      }
    }
  }

  /** Whether this release tells changes at all. */
  boolean told() {
    return told;
  }

  boolean of(String name) {
    return byName.containsKey(name);
  }

  /** The value before; null when there was none, or the name has not changed. */
  @Nullable String before(String name) {
    return value(name, "previous_value");
  }

  /** The value now; null when there is none, or the name has not changed. */
  @Nullable String now(String name) {
    return value(name, "current_value");
  }

  private @Nullable String value(String name, String which) {
    Payload change = byName.get(name);
    return change == null ? null : change.text(which);
  }
}
