// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import io.tideboard.history.postgres.PostgresStore;
import io.tideboard.history.rocks.RocksStore;

/** Opens the store that the settings name. */
public final class IntervalStores {

  private IntervalStores() {}

  /**
   * Opens it, and makes it where it is not there yet.
   *
   * @throws StoreUnavailable when another process has it, when a newer version of Tideboard made
   *     it, or when it cannot be reached
   */
  public static IntervalStore open(HistorySettings settings) {
    HistorySettings.Database database = settings.database();
    if (database != null) {
      return PostgresStore.open(database);
    }
    return settings.dir() == null
        ? RocksStore.temporary(settings.cache())
        : RocksStore.open(settings.dir(), settings.cache());
  }
}
