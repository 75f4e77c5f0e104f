// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By how much days of a name differ from plain ones, as it was seen. */
final class NamedDays {

  /** What was never seen counts like so many days on which nothing was special. */
  private static final double DOUBT = 0.25;

  private final Map<String, Seen> seen = new HashMap<>();

  private record Seen(double sum, int days) {}

  /** Learns from a day by which logarithm it differed from a plain one. */
  void learn(SpecialDay day, double logFactor) {
    seen.merge(
        day.name(), new Seen(logFactor, 1), (a, b) -> new Seen(a.sum + b.sum, a.days + b.days));
  }

  /** The logarithm of the factor to expect; 0 of a plain day, which is null. */
  double logFactor(@Nullable SpecialDay day) {
    if (day == null) {
      return 0;
    }
    Double factor = day.factor();
    if (factor != null) {
      return factor == 0 ? 0 : Math.log(factor);
    }
    Seen known = seen.getOrDefault(day.name(), new Seen(0, 0));
    return known.sum / (known.days + DOUBT);
  }
}
