// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What values of a scenario must satisfy. */
final class Checks {

  private Checks() {}

  static double atLeast(double least, String key, double value) {
    if (!(value >= least && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "'" + value + "' in " + key + ": expected a number of at least " + least);
    }
    return value;
  }

  static double share(String key, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "'" + value + "' in " + key + ": expected a share from 0 to 1");
    }
    return value;
  }

  static String text(String key, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("nothing in " + key + ": expected a name");
    }
    return value;
  }

  static <T> T present(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("nothing in " + key + ": expected a value");
    }
    return value;
  }

  static Duration positive(String key, @Nullable Duration value) {
    if (value == null || value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          (value == null ? "nothing" : "'" + value + "'")
              + " in "
              + key
              + ": expected a duration above 0s");
    }
    return value;
  }

  static <T> List<T> list(@Nullable List<T> value) {
    return value == null ? List.of() : List.copyOf(value);
  }
}
