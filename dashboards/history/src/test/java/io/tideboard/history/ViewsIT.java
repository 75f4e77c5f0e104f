// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import static io.tideboard.history.Rows.QUARTER;
import static io.tideboard.history.Rows.SALES;
import static io.tideboard.history.Rows.answered;
import static io.tideboard.history.Rows.batch;
import static io.tideboard.history.Rows.row;
import static io.tideboard.history.Rows.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideboard.core.agents.TeamKpi;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.Kpi;
import io.tideboard.core.tally.ServiceLevelFormula;
import io.tideboard.history.postgres.PostgresStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What tools that analyse see in the database: the same figures as the API tells. */
class ViewsIT {

  private static final int ROWS = 60;

  private final HistorySettings.Database database = PostgresCluster.shared().database("views");
  private final IntervalStore store = PostgresStore.open(database);
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    store.close();
  }

  @ParameterizedTest
  @EnumSource(ServiceLevelFormula.class)
  void everyFigureIsThatOfTheApi(ServiceLevelFormula formula) throws SQLException {
    SplittableRandom random = new SplittableRandom(formula.ordinal());
    List<IntervalRow> rows = new ArrayList<>();
    List<TeamRow> teams = new ArrayList<>();
    List<Object> all = new ArrayList<>();
    for (int quarter = 0; quarter < ROWS; quarter++) {
      rows.add(row(SALES, quarter, 1, Rows.full(random)));
      teams.add(team("sales", quarter, 1, random.nextInt(3) * QUARTER));
    }
    all.addAll(rows);
    all.addAll(teams);
    store.upsert(batch(0, all.toArray()));
    QueueDefinition definition = promising(formula, Duration.ofMillis(20_500));
    store.promise(queue -> definition);
    try (Statement statement = connection.createStatement();
        ResultSet view =
            statement.executeQuery("select * from tideboard.intervals order by start")) {
      for (int i = 0; i < ROWS; i++) {
        assertThat(view.next()).isTrue();
        Counted judged = definition.judge(rows.get(i).tally(), "voice");
        for (Kpi kpi : Kpi.values()) {
          same(view, kpi.wire(), kpi.of(judged, formula));
        }
        for (TeamKpi kpi : TeamKpi.values()) {
          same(view, kpi.wire(), kpi.of(teams.get(i).times()));
        }
        assertThat(view.getInt("minutes")).isEqualTo(15);
        assertThat(view.getString("basis")).isEqualTo("arrival");
      }
      assertThat(view.next()).isFalse();
    }
  }

  private static void same(ResultSet view, String figure, Double expected) throws SQLException {
    double value = view.getDouble(figure);
    if (expected == null) {
      assertThat(view.wasNull()).as(figure).isTrue();
    } else {
      assertThat(view.wasNull()).as(figure).isFalse();
      assertThat(value).as(figure).isCloseTo(expected, within(1e-6));
    }
  }

  private static QueueDefinition promising(ServiceLevelFormula formula, Duration threshold) {
    QueueDefinition usual = QueueDefinition.DEFAULT;
    return new QueueDefinition(
        threshold,
        usual.channelThresholds(),
        usual.target(),
        formula,
        usual.shortAbandon(),
        usual.atRiskShare(),
        usual.timeZone(),
        usual.dayStart(),
        usual.interval(),
        usual.hours(),
        usual.maxVisit(),
        usual.resolution(),
        usual.maxWrapUp());
  }

  @Test
  void aChangedThresholdHoldsForThePastToo() throws SQLException {
    store.upsert(batch(0, row(SALES, 0, 1, answered(5, 15, 25))));
    assertThat(servedWithin(20)).isEqualTo(2);
    assertThat(servedWithin(5)).isEqualTo(1);
  }

  private long servedWithin(int seconds) throws SQLException {
    QueueDefinition definition =
        promising(ServiceLevelFormula.ANSWERED, Duration.ofSeconds(seconds));
    store.promise(queue -> definition);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select \"answeredWithinThreshold\" from tideboard.intervals")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void everyColumnIsExplainedInTheDatabaseAndInTheDocument() throws SQLException, IOException {
    String document = Files.readString(Path.of("docs", "database.md"));
    Map<String, List<String>> plain =
        Map.of(
            "intervals", List.of("queue", "channel", "basis", "start", "minutes"),
            "team_intervals", List.of("queue", "start", "minutes"));
    for (String view : plain.keySet()) {
      try (Statement statement = connection.createStatement();
          ResultSet column =
              statement.executeQuery(
                  "select attname, col_description(attrelid, attnum) from pg_attribute"
                      + " where attnum > 0 and attrelid = 'tideboard."
                      + view
                      + "'::regclass")) {
        while (column.next()) {
          String name = column.getString(1);
          assertThat(document).contains("`" + name + "`");
          if (!plain.get(view).contains(name)) {
            assertThat(column.getString(2)).as(view + "." + name).matches("\\[\\w+\\] .+\\.");
          }
        }
      }
    }
  }
}
