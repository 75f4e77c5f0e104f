// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Puts many rows into a table at once; of two of the same key the later revision holds. */
final class TableWriter {

  private final String make;
  private final String copy;
  private final String merge;

  TableWriter(String table, List<String> columns) {
    String names = String.join(", ", columns);
    String incoming = "incoming_" + table;
    make =
        "create temporary table if not exists "
            + incoming
            + " (like "
            + table
            + ") on commit delete rows";
    copy = "copy " + incoming + " (" + names + ") from stdin";
    merge =
        "insert into "
            + table
            + " ("
            + names
            + ") select "
            + names
            + " from "
            + incoming
            // In one order for everybody, so that no two wait for each other.
            + " order by series, start on conflict (series, start) do update set "
            + columns.stream()
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "))
            + " where (excluded.source, excluded.revision) >= ("
            + table
            + ".source, "
            + table
            + ".revision)";
  }

  /**
   * @param lines of each key one, as {@link Columns} makes them
   */
  void write(Connection connection, List<String> lines) throws SQLException, IOException {
    if (lines.isEmpty()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(make);
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(copy, new StringReader(String.join("", lines)));
      statement.executeUpdate(merge);
    }
  }
}
