// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import static io.tideboard.history.Rows.SALES;
import static io.tideboard.history.Rows.answered;
import static io.tideboard.history.Rows.batch;
import static io.tideboard.history.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.history.postgres.PostgresStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PostgresStoreIT extends IntervalStoreContract {

  private static final PostgresCluster CLUSTER = PostgresCluster.shared();

  private HistorySettings.Database database;

  @Override
  IntervalStore empty() {
    database = CLUSTER.database("rows");
    return again();
  }

  @Override
  IntervalStore again() {
    return PostgresStore.open(database);
  }

  @Test
  void aDatabaseThatCannotBeReachedIsNamed() {
    HistorySettings.Database nowhere =
        new HistorySettings.Database("jdbc:postgresql://127.0.0.1:1/none", "me", "a secret");
    assertThatThrownBy(() -> PostgresStore.open(nowhere))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("history.url")
        .hasMessageContaining("127.0.0.1:1/none")
        .hasMessageNotContaining("a secret");
  }

  @Test
  void tablesOfANewerVersionAreLeftAlone() throws SQLException {
    execute(
        "insert into tideboard.flyway_schema_history select 99, '99', 'later', 'SQL',"
            + " 'V99__later.sql', 1, 'me', now(), 1, true");
    assertThatThrownBy(this::again)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("newer, version of Tideboard");
  }

  @Test
  void rowsThatCountWhatNobodyKnowsHereAreLeftAlone() throws SQLException {
    store.upsert(batch(0, row(SALES, 0, 1, answered(1))));
    execute("update tideboard.source set vocabulary = 'offered,smiles;answerWait;available'");
    assertThatThrownBy(this::again)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("newer version of Tideboard");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Both read the whole topic, in batches of their own, one sometimes behind and sometimes ahead.
   */
  @Test
  void twoWallboardsThatShareADatabaseWriteEveryRowOnce() {
    List<List<IntervalRow>> partitions = List.of(rows("a"), rows("b"));
    try (IntervalStore other = again()) {
      CompletableFuture<Void> first =
          CompletableFuture.runAsync(() -> read(partitions, store, new Random(1)));
      CompletableFuture<Void> second =
          CompletableFuture.runAsync(() -> read(partitions, other, new Random(2)));
      CompletableFuture.allOf(first, second).join();
    }
    assertThat(store.progress()).isEqualTo(new Progress("topic", Map.of(0, 400L, 1, 400L)));
    for (List<IntervalRow> partition : partitions) {
      IntervalRow last = partition.get(399);
      assertThat(store.rows(last.key(), Basis.ARRIVAL, Period.ALWAYS, 999))
          .containsExactlyElementsOf(partition.subList(360, 400));
    }
  }

  /** Forty intervals, each ten times, of which the last stands. */
  private static List<IntervalRow> rows(String queue) {
    List<IntervalRow> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(row(new QueueKey(queue, "chat"), i % 40, 1, answered(i)));
    }
    return rows;
  }

  private static void read(List<List<IntervalRow>> partitions, IntervalStore to, Random random) {
    int[] next = {0, 0};
    while (next[0] < 400 || next[1] < 400) {
      List<RowChange> changes = new ArrayList<>();
      for (int partition = 0; partition < 2; partition++) {
        int end = Math.min(400, next[partition] + random.nextInt(60));
        for (; next[partition] < end; next[partition]++) {
          changes.add(
              new RowChange.OfQueue(
                  new RowChange.Place(partition, next[partition]),
                  partitions.get(partition).get(next[partition])));
        }
      }
      to.upsert(
          new RowBatch(
              changes, new Progress("topic", Map.of(0, (long) next[0], 1, (long) next[1]))));
    }
  }

  @Test
  void aCrashOfTheDatabaseLosesRowsOnlyTogetherWithTheirProgress() {
    for (long next = 0; next < 50; next++) {
      store.upsert(batch(next, row(SALES, (int) next, 1, answered(1))));
    }
    CLUSTER.crash();
    assertThatThrownBy(() -> store.progress()).isInstanceOf(StoreUnavailable.class);
    CLUSTER.start();
    long kept =
        await()
            .ignoreException(StoreUnavailable.class)
            .until(() -> store.progress().next(0), next -> next > 0);
    assertThat(store.rows(SALES, Basis.ARRIVAL, Period.ALWAYS, 99)).hasSize((int) kept);
  }
}
