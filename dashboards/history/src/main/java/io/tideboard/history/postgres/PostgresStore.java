// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.postgres;

import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.history.HistorySettings;
import io.tideboard.history.IntervalStore;
import io.tideboard.history.KeyOrder;
import io.tideboard.history.Period;
import io.tideboard.history.Progress;
import io.tideboard.history.RowBatch;
import io.tideboard.history.RowChange;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL, in the schema {@value Database#SCHEMA}. Several wallboards may share it: who
 * takes rows locks the progress of their partitions first, and finds what another one has taken
 * meanwhile.
 */
public final class PostgresStore implements IntervalStore {

  /** Times that the database can tell from one another and from infinity. */
  private static final Period TIMES =
      new Period(
          Micros.of(Instant.parse("0001-01-01T00:00:00Z")),
          Micros.of(Instant.parse("9999-12-31T00:00:00Z")));

  private final Database database;
  private final SeriesIds ids;
  private final Promises promises = new Promises();
  private final TableWriter counts = new TableWriter("counts", Columns.COUNTS);
  private final TableWriter team = new TableWriter("team", Columns.TEAM);

  private PostgresStore(Database database) {
    this.database = database;
    this.ids = new SeriesIds(database);
  }

  /**
   * The store in that database; its tables are made or brought up to date.
   *
   * @throws io.tideboard.history.StoreUnavailable when it cannot be reached or is of a newer
   *     version
   */
  public static PostgresStore open(HistorySettings.Database settings) {
    Database database = Database.open(settings);
    PostgresStore store = new PostgresStore(database);
    try {
      database.call(Documentation::write);
      store.progress();
      return store;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public Progress progress() {
    return database.call(connection -> Sources.progress(connection, database.toString()));
  }

  @Override
  public void upsert(RowBatch batch) {
    // Before the transaction: what is new gets its number, whatever becomes of the rows.
    batch.changes().forEach(ids::of);
    database.call(connection -> upsert(connection, batch));
  }

  private int upsert(Connection connection, RowBatch batch) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      // What a crash of the database loses is read again: its progress is lost with it.
      statement.execute("set local synchronous_commit = off");
    }
    int source = Sources.number(connection, batch.reached().source());
    Progress known = Sources.lock(connection, source, batch.reached());
    Map<List<Object>, RowChange> latest = new LinkedHashMap<>();
    for (RowChange change : batch.after(known)) {
      latest.merge(
          List.of(ids.of(change), change.start()),
          change,
          (old, offered) -> revision(offered) >= revision(old) ? offered : old);
    }
    List<String> rows = new ArrayList<>();
    List<String> teams = new ArrayList<>();
    for (RowChange change : latest.values()) {
      if (change instanceof RowChange.OfQueue its) {
        rows.add(Columns.line(ids.of(change), source, its));
      } else if (change instanceof RowChange.OfTeam its) {
        teams.add(Columns.line(ids.of(change), source, its));
      }
    }
    counts.write(connection, rows);
    team.write(connection, teams);
    Sources.reach(connection, source, batch.reached());
    return latest.size();
  }

  private static long revision(RowChange change) {
    return change instanceof RowChange.OfQueue its
        ? its.row().revision()
        : ((RowChange.OfTeam) change).row().revision();
  }

  @Override
  public NavigableSet<QueueKey> keys(Basis basis, @Nullable String queue) {
    return database.call(
        connection -> {
          NavigableSet<QueueKey> keys = new TreeSet<>(KeyOrder.ORDER);
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select queue, channel from series s where (?::text is null or queue = ?)"
                      + " and case channel when '*'"
                      + " then exists (select from team t where t.series = s.id)"
                      + " else basis = ? and exists"
                      + " (select from counts c where c.series = s.id and c.counted) end")) {
            select.setString(1, queue);
            select.setString(2, queue);
            select.setString(3, basis.wire());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                keys.add(new QueueKey(row.getString(1), row.getString(2)));
              }
            }
          }
          return keys;
        });
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException, IOException;
  }

  @Override
  public List<IntervalRow> rows(QueueKey key, Basis basis, Period period, int most) {
    return read(
        ids.find(key, basis),
        "select start, minutes, revision, tally from counts",
        period,
        most,
        row ->
            new IntervalRow(
                key, start(row), row.getInt(2), basis, row.getLong(3), tally(row.getBytes(4))));
  }

  @Override
  public List<TeamRow> teams(String queue, Period period, int most) {
    return read(
        ids.find(SeriesIds.ofTeam(queue), Basis.EVENT),
        "select * from team",
        period,
        most,
        row ->
            new TeamRow(
                queue, start(row), row.getInt("minutes"), row.getLong("revision"), times(row)));
  }

  private <T> List<T> read(
      OptionalInt series, String select, Period period, int most, Reading<T> reading) {
    if (series.isEmpty()) {
      return List.of();
    }
    return database.call(
        connection -> {
          List<T> found = new ArrayList<>();
          try (PreparedStatement rows =
              connection.prepareStatement(
                  select
                      + " where series = ? and start >= ? and start < ? order by start limit ?")) {
            rows.setInt(1, series.getAsInt());
            rows.setObject(2, time(period.from()));
            rows.setObject(3, time(period.to()));
            rows.setInt(4, most);
            try (ResultSet row = rows.executeQuery()) {
              while (row.next()) {
                found.add(reading.of(row));
              }
            }
          }
          return found;
        });
  }

  private static OffsetDateTime time(long micros) {
    long possible = Math.max(TIMES.from(), Math.min(TIMES.to(), micros));
    return Micros.instant(possible).atOffset(ZoneOffset.UTC);
  }

  private static long start(ResultSet row) throws SQLException {
    return Micros.of(row.getObject("start", OffsetDateTime.class).toInstant());
  }

  private static QueueTally tally(byte[] bytes) throws IOException {
    return QueueTally.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  private static TeamTimes times(ResultSet row) throws SQLException {
    TeamTimes times = new TeamTimes();
    int first = Columns.TEAM.size() - TeamMeasure.values().length + 1;
    for (TeamMeasure measure : TeamMeasure.values()) {
      times.add(measure, row.getLong(first + measure.ordinal()));
    }
    return times;
  }

  /** One queue after the other, by the key: to look through the whole table would take long. */
  @Override
  public void expire(long start) {
    List<Integer> all =
        database.call(
            connection -> {
              List<Integer> found = new ArrayList<>();
              try (Statement statement = connection.createStatement();
                  ResultSet row = statement.executeQuery("select id from series order by id")) {
                while (row.next()) {
                  found.add(row.getInt(1));
                }
              }
              return found;
            });
    for (int id : all) {
      database.call(connection -> expire(connection, id, start));
    }
  }

  private static int expire(Connection connection, int series, long start) throws SQLException {
    int gone = 0;
    for (String table : List.of("counts", "team")) {
      try (PreparedStatement delete =
          connection.prepareStatement("delete from " + table + " where series = ? and start < ?")) {
        delete.setInt(1, series);
        delete.setObject(2, time(start));
        gone += delete.executeUpdate();
      }
    }
    return gone;
  }

  @Override
  public synchronized void promise(QueueDefinitions definitions) {
    database.call(connection -> promises.tell(connection, definitions));
  }

  @Override
  public void close() {
    database.close();
  }
}
