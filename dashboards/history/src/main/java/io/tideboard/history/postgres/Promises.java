// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.postgres;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.queue.QueueKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the queues promise, for the views: they judge by it as the API does. */
final class Promises {

  private final Map<QueueKey, QueueDefinition> told = new HashMap<>();

  /** Tells what has changed since the last time. */
  int tell(Connection connection, QueueDefinitions definitions) throws SQLException {
    Map<QueueKey, QueueDefinition> changed = new HashMap<>();
    for (QueueKey key : keys(connection)) {
      QueueDefinition its = definitions.of(key.queue());
      if (!its.equals(told.get(key))) {
        changed.put(key, its);
      }
    }
    write(connection, changed);
    told.putAll(changed);
    return changed.size();
  }

  private static List<QueueKey> keys(Connection connection) throws SQLException {
    List<QueueKey> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select distinct queue, channel from series where channel <> '*'"
                    + " order by queue, channel")) {
      while (row.next()) {
        keys.add(new QueueKey(row.getString(1), row.getString(2)));
      }
    }
    return keys;
  }

  private static void write(Connection connection, Map<QueueKey, QueueDefinition> changed)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "insert into promise values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (queue, channel)"
                + " do update set threshold_seconds = excluded.threshold_seconds,"
                + " threshold_bound = excluded.threshold_bound,"
                + " short_abandon_bound = excluded.short_abandon_bound,"
                + " target = excluded.target, formula = excluded.formula,"
                + " time_zone = excluded.time_zone")) {
      for (QueueKey key : changed.keySet().stream().sorted().toList()) {
        QueueDefinition its = changed.getOrDefault(key, QueueDefinition.DEFAULT);
        long threshold = Micros.of(its.threshold(key.channel()));
        upsert.setString(1, key.queue());
        upsert.setString(2, key.channel());
        upsert.setDouble(3, Micros.seconds(threshold));
        upsert.setInt(4, Columns.bound(threshold));
        upsert.setInt(5, Columns.bound(Micros.of(its.shortAbandon())));
        upsert.setDouble(6, its.target());
        upsert.setString(7, its.formula().wire());
        upsert.setString(8, its.timeZone().getId());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }
}
