// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.postgres;

import io.tideboard.core.agents.TeamKpi;
import io.tideboard.core.tally.Kpi;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The columns of the views, explained in the database itself: by the text of the API. */
final class Documentation {

  /** Any number will do: whoever else comments at the same time has to wait. */
  private static final long LOCK = 0x7469_6465L;

  private Documentation() {}

  /** Unit and definition by the column's name. */
  static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Kpi kpi : Kpi.values()) {
      String unit = kpi.unit().name().toLowerCase(Locale.ROOT);
      columns.put(kpi.wire(), "[" + unit + "] " + kpi.definition());
    }
    for (TeamKpi kpi : TeamKpi.values()) {
      columns.put(kpi.wire(), text(kpi));
    }
    columns.put("serviceLevelMet", "[count] How many of serviceLevelOf were served in time.");
    return columns;
  }

  /** The same of the teams. */
  static Map<String, String> ofTeams() {
    Map<String, String> columns = new LinkedHashMap<>();
    for (TeamKpi kpi : TeamKpi.values()) {
      columns.put(kpi.wire(), text(kpi));
    }
    columns.put("availableSeconds", "[seconds] Available and with no contact, over all agents.");
    columns.put("busySeconds", "[seconds] With a contact or busy otherwise, over all agents.");
    columns.put("wrapUpSeconds", "[seconds] In wrap-up, over all agents.");
    return columns;
  }

  private static String text(TeamKpi kpi) {
    return "[" + kpi.unit() + "] " + kpi.definition();
  }

  static int write(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
      for (Map.Entry<String, String> each : columns().entrySet()) {
        statement.addBatch(comment("intervals", each));
      }
      for (Map.Entry<String, String> each : ofTeams().entrySet()) {
        statement.addBatch(comment("team_intervals", each));
      }
      return statement.executeBatch().length;
    }
  }

  private static String comment(String view, Map.Entry<String, String> column) {
    return "comment on column "
        + view
        + ".\""
        + column.getKey()
        + "\" is '"
        + column.getValue().replace("'", "''")
        + "'";
  }
}
