// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.calls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What keys of a mapping must hold. */
final class Required {

  private Required() {}

  static String text(String key, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw missing(key);
    }
    return value;
  }

  static <T> T value(String key, @Nullable T value) {
    if (value == null) {
      throw missing(key);
    }
    return value;
  }

  static <T> List<T> list(String key, @Nullable List<T> value) {
    if (value == null || value.isEmpty()) {
      throw missing(key);
    }
    return List.copyOf(value);
  }

  static <T> List<T> any(@Nullable List<T> value) {
    return value == null ? List.of() : List.copyOf(value);
  }

  private static IllegalArgumentException missing(String key) {
    return new IllegalArgumentException("nothing in " + key + ": expected a value");
  }
}
