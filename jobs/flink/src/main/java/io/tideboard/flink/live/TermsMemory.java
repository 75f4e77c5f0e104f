// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.QueueTerms;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Every queue's terms, worked out once a subtask. */
final class TermsMemory implements Function<QueueKey, QueueTerms> {

  private final QueueCatalog catalog;
  private final Map<QueueKey, QueueTerms> terms = new HashMap<>();

  TermsMemory(QueueCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public QueueTerms apply(QueueKey key) {
    QueueTerms known = terms.get(key);
    if (known == null) {
      known = QueueTerms.of(key, catalog);
      terms.put(key, known);
    }
    return known;
  }
}
