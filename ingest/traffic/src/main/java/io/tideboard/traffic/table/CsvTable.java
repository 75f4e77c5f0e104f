// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.tideboard.traffic.BadFile;
import io.tideboard.traffic.Nearest;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A delimited file whose first line names the columns. */
public final class CsvTable implements Closeable {

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final CsvParser parser;
  private final Row.Table table;

  /** Opens the file and reads the names of its columns. */
  public CsvTable(Path file, char delimiter) throws IOException {
    BufferedReader reader = Files.newBufferedReader(file);
    this.parser = CSV.createParser(reader);
    parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(delimiter));
    Map<String, Integer> columns = new LinkedHashMap<>();
    this.table = new Row.Table(file.toString(), columns);
    List<String> header = values();
    if (header == null) {
      throw BadFile.at(file, 1, "the file is empty: expected a line that names the columns");
    }
    for (String column : header) {
      String name = column.startsWith("\uFEFF") ? column.substring(1) : column;
      if (columns.put(name, columns.size()) != null) {
        throw BadFile.at(file, 1, "column '" + name + "' is named twice");
      }
    }
  }

  /**
   * Fails when the table lacks one of the columns, naming the nearest that it has.
   *
   * @param why they are needed, for the message: {@code which the mapping uses}
   */
  public void require(Collection<String> needed, String why) {
    for (String column : needed) {
      if (!table.columns().containsKey(column)) {
        throw BadFile.at(
            table.file(),
            1,
            "no column '%s', %s; did you mean '%s'?"
                .formatted(column, why, Nearest.to(column, table.columns().keySet())));
      }
    }
  }

  /** Whether it has that column. */
  public boolean has(String column) {
    return table.columns().containsKey(column);
  }

  /** The next row, or null after the last. */
  public @Nullable Row next() throws IOException {
    long line = parser.currentLocation().getLineNr();
    List<String> values = values();
    if (values == null) {
      return null;
    }
    if (values.size() != table.columns().size()) {
      throw BadFile.at(
          table.file(),
          line,
          values.size() + " values: expected " + table.columns().size() + ", as many as columns");
    }
    return new Row(table, line, values);
  }

  private @Nullable List<String> values() throws IOException {
    try {
      JsonToken token = parser.nextToken();
      if (token != JsonToken.START_ARRAY) {
        return null;
      }
      List<String> values = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        values.add(parser.getText());
      }
      return values;
    } catch (JsonProcessingException e) {
      throw BadFile.at(table.file(), e.getLocation().getLineNr(), e.getOriginalMessage());
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
