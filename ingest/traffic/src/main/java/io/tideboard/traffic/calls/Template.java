// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.calls;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.tideboard.traffic.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which {@code {column}} stands for a column's value.
 *
 * @param text as written in the mapping
 */
public record Template(String text) {

  private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

  public Template {
    if (COLUMN.matcher(text).replaceAll("").matches(".*[{}].*")) {
      throw new IllegalArgumentException(
          "'" + text + "' has a lonely brace: expected {column} where a value belongs");
    }
  }

  /** The template that a YAML string is. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Template parse(String text) {
    return new Template(text);
  }

  /** The columns whose values it needs. */
  List<String> columns() {
    List<String> columns = new ArrayList<>();
    Matcher matcher = COLUMN.matcher(text);
    while (matcher.find()) {
      columns.add(matcher.group(1));
    }
    return columns;
  }

  /** The text for that row. */
  String of(Row row) {
    return COLUMN
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(row.value(found.group(1))));
  }
}
