// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.postgres;

import io.tideboard.history.Progress;
import io.tideboard.history.StoreUnavailable;
import io.tideboard.history.Vocabulary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How far was read of which source. */
final class Sources {

  private Sources() {}

  /** Of the latest source. */
  static Progress progress(Connection connection, String where) throws SQLException {
    Map<Integer, Long> next = new HashMap<>();
    String name = "";
    try (PreparedStatement select =
            connection.prepareStatement(
                "select s.name, s.vocabulary, p.partition, p.next from source s"
                    + " left join progress p on p.source = s.id"
                    + " where s.id = (select max(id) from source)");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        name = row.getString(1);
        Vocabulary.check(row.getString(2), where);
        int partition = row.getInt(3);
        if (!row.wasNull()) {
          next.put(partition, row.getLong(4));
        }
      }
    }
    return new Progress(name, next);
  }

  /** The number of a source: the later, the greater. */
  static int number(Connection connection, String name) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into source (name, vocabulary) values (?, ?) on conflict (name)"
                + " do update set vocabulary = excluded.vocabulary"
                + " where length(source.vocabulary) < length(excluded.vocabulary)")) {
      insert.setString(1, name);
      insert.setString(2, Vocabulary.text());
      insert.executeUpdate();
    }
    try (PreparedStatement select =
        connection.prepareStatement("select id from source where name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new StoreUnavailable("the source " + name + " has just been removed", null);
        }
        return row.getInt(1);
      }
    }
  }

  /**
   * How far its partitions have been read by now. Nobody else goes on with these until the
   * transaction ends; in one order for everybody, so that no two wait for each other.
   */
  static Progress lock(Connection connection, int number, Progress reached) throws SQLException {
    Map<Integer, Long> next = new HashMap<>();
    try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into progress (source, partition, next) values (?, ?, 0)"
                    + " on conflict do nothing");
        PreparedStatement select =
            connection.prepareStatement(
                "select next from progress where source = ? and partition = ? for update")) {
      for (int partition : new TreeMap<>(reached.next()).keySet()) {
        insert.setInt(1, number);
        insert.setInt(2, partition);
        insert.executeUpdate();
        select.setInt(1, number);
        select.setInt(2, partition);
        try (ResultSet row = select.executeQuery()) {
          row.next();
          next.put(partition, row.getLong(1));
        }
      }
    }
    return new Progress(reached.source(), next);
  }

  /** From now on they have been read so far. */
  static void reach(Connection connection, int number, Progress reached) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update progress set next = greatest(next, ?) where source = ? and partition = ?")) {
      for (Map.Entry<Integer, Long> each : new TreeMap<>(reached.next()).entrySet()) {
        update.setLong(1, each.getValue());
        update.setInt(2, number);
        update.setInt(3, each.getKey());
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
