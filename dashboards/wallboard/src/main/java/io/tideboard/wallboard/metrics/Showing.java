// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Those of one kind that are exposed, in the order in which they were first heard of: when there is
 * no room for all, it is the latest that are left out, and those that have their series keep them.
 */
final class Showing {

  private final Map<Object, Shown> shown = new LinkedHashMap<>();
  private final List<Family> families;
  private final TextPage scratch = new TextPage(0);

  Showing(List<Family> families) {
    this.families = families;
  }

  Shown get(Object key, Supplier<Shown> made) {
    return shown.computeIfAbsent(key, unknown -> made.get());
  }

  /** Forgets all others. */
  void keep(Set<?> keys) {
    shown.keySet().retainAll(keys);
  }

  /** Writes as many of them as there is room for, whole ones only. */
  void write(TextPage page, SeriesBudget budget) {
    Collection<Shown> fitting = new ArrayList<>(shown.size());
    for (Shown each : shown.values()) {
      if (each.series() == 0) {
        each.series(families.stream().mapToInt(family -> family.count(scratch, each)).sum());
      }
      if (budget.take(each.series())) {
        fitting.add(each);
      }
    }
    fitting.forEach(each -> each.series(0));
    families.forEach(family -> family.write(page, fitting));
  }
}
