// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.postgres;

import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.history.RowChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers of queues on channels, and of teams, in the tables. Once given, they stay. */
final class SeriesIds {

  private record Series(QueueKey key, Basis basis) {}

  private final Database database;
  private final Map<Series, Integer> known = new ConcurrentHashMap<>();

  SeriesIds(Database database) {
    this.database = database;
  }

  /** How many are known here: when it grows, there are new ones. */
  int size() {
    return known.size();
  }

  /** The number of those a row belongs to, given now where there is none. */
  int of(RowChange change) {
    return known.computeIfAbsent(series(change), this::give);
  }

  /** The number, if there is one. */
  OptionalInt find(QueueKey key, Basis basis) {
    Series series = new Series(key, basis);
    Integer id = known.get(series);
    if (id == null) {
      id = database.call(connection -> select(connection, series));
      if (id < 0) {
        return OptionalInt.empty();
      }
      known.put(series, id);
    }
    return OptionalInt.of(id);
  }

  private static Series series(RowChange change) {
    if (change instanceof RowChange.OfQueue its) {
      return new Series(its.row().key(), its.row().basis());
    }
    return new Series(ofTeam(((RowChange.OfTeam) change).row().queue()), Basis.EVENT);
  }

  static QueueKey ofTeam(String queue) {
    return new QueueKey(queue, TeamStatus.EVERY_CHANNEL);
  }

  /** In a transaction of its own: that of the rows may fail. */
  private int give(Series series) {
    return database.call(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into series (queue, channel, basis) values (?, ?, ?)"
                      + " on conflict do nothing")) {
            name(insert, series);
            insert.executeUpdate();
          }
          return select(connection, series);
        });
  }

  private static int select(Connection connection, Series series) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id from series where queue = ? and channel = ? and basis = ?")) {
      name(select, series);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? found.getInt(1) : -1;
      }
    }
  }

  private static void name(PreparedStatement statement, Series series) throws SQLException {
    statement.setString(1, series.key().queue());
    statement.setString(2, series.key().channel());
    statement.setString(3, series.basis().wire());
  }
}
