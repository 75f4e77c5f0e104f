// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import java.util.List;

/**
 * Rows that are taken together.
 *
 * @param changes in the order of their offsets within each partition
 * @param reached how far the source has been read with them; of the partitions not in it nothing is
 *     said
 */
public record RowBatch(List<RowChange> changes, Progress reached) {

  public RowBatch {
    changes = List.copyOf(changes);
    if (reached.source().isEmpty()) {
      throw new IllegalArgumentException("'' as source: expected the name of one");
    }
  }

  /** Only the changes that are not in a store that has got so far. */
  public List<RowChange> after(Progress known) {
    if (!known.source().equals(reached.source())) {
      return changes;
    }
    return changes.stream()
        .filter(change -> change.place().offset() >= known.next(change.place().partition()))
        .toList();
  }
}
