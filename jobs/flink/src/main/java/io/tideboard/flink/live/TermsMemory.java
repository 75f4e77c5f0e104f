// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.queue.LiveCatalog;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.QueueTerms;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Every queue's terms, worked out once a subtask, and again when they have changed. */
final class TermsMemory implements Function<QueueKey, QueueTerms> {

  private final LiveCatalog catalog;
  private final Map<QueueKey, QueueTerms> terms = new HashMap<>();

  TermsMemory(LiveCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public QueueTerms apply(QueueKey key) {
    QueueTerms known = terms.get(key);
    if (known == null) {
      known = QueueTerms.of(key, catalog.of(key.queue()));
      terms.put(key, known);
    }
    return known;
  }

  /** The queue's definition has changed. */
  void forget(String queue) {
    terms.keySet().removeIf(key -> key.queue().equals(queue));
  }
}
