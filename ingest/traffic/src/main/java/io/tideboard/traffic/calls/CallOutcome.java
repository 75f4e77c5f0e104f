// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.calls;

import io.tideboard.traffic.table.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happened in calls of one kind.
 *
 * @param when the values that columns must hold, one of those listed for each
 * @param present time columns that must hold a time
 * @param absent time columns that must hold none
 * @param events what happened, at least one
 */
public record CallOutcome(
    @Nullable Map<String, List<String>> when,
    @Nullable List<String> present,
    @Nullable List<String> absent,
    List<EventRecipe> events) {

  public CallOutcome {
    when = when == null ? Map.of() : Map.copyOf(when);
    present = Required.any(present);
    absent = Required.any(absent);
    events = Required.list("outcomes.events", events);
  }

  boolean matches(Row row, TimeFormat times) {
    return row.meets(conditions())
        && Required.any(present).stream().allMatch(column -> times.isPresent(row, column))
        && Required.any(absent).stream().noneMatch(column -> times.isPresent(row, column));
  }

  /** The columns that its conditions ask for. */
  Set<String> asked() {
    Set<String> columns = new TreeSet<>(conditions().keySet());
    columns.addAll(Required.any(present));
    columns.addAll(Required.any(absent));
    return columns;
  }

  Set<String> columns() {
    Set<String> columns = asked();
    events.forEach(event -> columns.addAll(event.columns()));
    return columns;
  }

  private Map<String, List<String>> conditions() {
    return when == null ? Map.of() : when;
  }
}
