// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.table;

import io.tideboard.traffic.BadFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param line where it begins in the file, counted from 1
 */
public record Row(Table table, long line, List<String> values) {

  /**
   * A table's name and what its columns are called.
   *
   * @param columns the index of each column's value
   */
  public record Table(String file, Map<String, Integer> columns) {}

  /** The value of a column that the table is known to have. */
  public String value(String column) {
    Integer index = table.columns.get(column);
    if (index == null) {
      throw bad(column, null, "a column of the table");
    }
    return values.get(index);
  }

  /** Whether every column holds one of the values listed for it. */
  public boolean meets(Map<String, List<String>> conditions) {
    return conditions.entrySet().stream()
        .allMatch(condition -> condition.getValue().contains(value(condition.getKey())));
  }

  /** The failure to understand a value of this row. */
  public BadFile bad(String field, @Nullable String value, String expected) {
    return BadFile.at(table.file, line, BadFile.problem(field, value, expected));
  }
}
