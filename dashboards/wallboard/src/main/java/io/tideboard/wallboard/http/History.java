// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.history.HistorySettings;
import io.tideboard.history.IntervalStore;
import io.tideboard.history.IntervalStores;
import io.tideboard.wallboard.feed.HistoryFeed;
import io.tideboard.wallboard.feed.KafkaSource;

/**
 * The rows of intervals.
 *
 * @param store where they are
 * @param feed what brings them
 */
public record History(IntervalStore store, HistoryFeed feed) implements AutoCloseable {

  /**
   * Opens the store and begins to fill it.
   *
   * @throws io.tideboard.history.StoreUnavailable when it cannot be opened
   */
  public static History open(
      HistorySettings settings, KafkaSource kafka, QueueDefinitions catalog) {
    IntervalStore store = IntervalStores.open(settings);
    return new History(store, HistoryFeed.start(kafka, store, settings.retention(), catalog));
  }

  /**
   * A part of the history would look like all of it.
   *
   * @throws Refusal while rows that were there at the start are still to be read
   */
  void requireComplete() {
    feed.pending()
        .ifPresent(
            why -> {
              throw Refusal.of(RequestError.NOT_READY, why);
            });
  }

  @Override
  public void close() {
    feed.close();
    store.close();
  }
}
