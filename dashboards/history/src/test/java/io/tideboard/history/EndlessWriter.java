// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import io.tideboard.history.rocks.RocksStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a source without an end, from where the store has got to, until it is killed. */
final class EndlessWriter {

  static final int INTERVALS = 500;

  private EndlessWriter() {}

  /** What stands at an offset: the same at every run. */
  static Object at(long offset) {
    return Rows.row(
        Rows.SALES, (int) (offset % INTERVALS), offset / INTERVALS, Rows.answered((int) offset));
  }

  /**
   * @param args the directory
   */
  public static void main(String[] args) {
    try (IntervalStore store = RocksStore.open(Path.of(args[0]), HistorySettings.LEAST_CACHE)) {
      long next = store.progress().next(0);
      while (true) {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < 37; i++) {
          rows.add(at(next + i));
        }
        store.upsert(Rows.batch(next, rows.toArray()));
        next += rows.size();
        System.out.println(next);
      }
    }
  }
}
