// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import static io.tideboard.history.Rows.SALES;
import static io.tideboard.history.Rows.answered;
import static io.tideboard.history.Rows.batch;
import static io.tideboard.history.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.results.Basis;
import io.tideboard.history.rocks.RocksStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class RocksStoreTest extends IntervalStoreContract {

  @TempDir Path directory;

  @Override
  IntervalStore empty() {
    return again();
  }

  @Override
  IntervalStore again() {
    return RocksStore.open(directory.resolve("history"), HistorySettings.LEAST_CACHE);
  }

  @Test
  void aDirectoryThatAnotherOneUsesIsNamed() {
    assertThatThrownBy(this::again)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("history.dir")
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("another process");
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> RocksStore.open(file, HistorySettings.LEAST_CACHE))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("history.dir");
  }

  @Test
  void aStoreOfANewerFormatIsLeftAlone() throws RocksDBException {
    changeMeta("\"format\":1", "\"format\":2");
    assertThatThrownBy(this::again)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("newer version of Tideboard");
    changeMeta("\"format\":2", "\"format\":1");
    store = again();
    assertThat(store.progress().next(0)).isEqualTo(1);
  }

  @Test
  void aStoreThatCountsWhatNobodyKnowsHereIsLeftAlone() throws RocksDBException {
    changeMeta("customersCameAgain", "customersCameAgain,smilesGiven");
    assertThatThrownBy(this::again)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("newer version of Tideboard");
  }

  @Test
  void aStoreThatCountedLessIsReadOn() throws RocksDBException {
    changeMeta(",customersCameAgain", "");
    store = again();
    assertThat(store.rows(SALES, Basis.ARRIVAL, Period.ALWAYS, 9)).hasSize(1);
  }

  private void changeMeta(String from, String to) throws RocksDBException {
    if (store.progress().source().isEmpty()) {
      store.upsert(batch(0, row(SALES, 0, 1, answered(1))));
    }
    store.close();
    byte[] key = "\0meta".getBytes(StandardCharsets.UTF_8);
    try (Options options = new Options().setMergeOperatorName("max");
        RocksDB db = RocksDB.open(options, directory.resolve("history").toString())) {
      String meta = new String(db.get(key), StandardCharsets.UTF_8);
      assertThat(meta).contains(from);
      db.put(key, meta.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aTemporaryStoreLeavesNothing() {
    RocksStore temporary = RocksStore.temporary(HistorySettings.LEAST_CACHE);
    Path where = temporary.directory();
    assertThat(where).isDirectory();
    temporary.close();
    assertThat(where).doesNotExist();
  }

  @Test
  void whoeverReadsAClosedStoreIsToldSo() {
    store.close();
    assertThatThrownBy(() -> store.keys(Basis.ARRIVAL, null))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("is closed");
  }
}
