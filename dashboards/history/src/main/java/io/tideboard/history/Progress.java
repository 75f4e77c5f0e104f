// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import java.util.Map;

/**
 * How far a source has been read.
 *
 * @param source which one: a topic that was deleted and made anew is another one; empty for none
 * @param next by partition, the offset of the first record that is not in the store yet
 */
public record Progress(String source, Map<Integer, Long> next) {

  /** Nothing was ever read. */
  public static final Progress NONE = new Progress("", Map.of());

  public Progress {
    next = Map.copyOf(next);
  }

  /** The offset with which to go on in a partition. */
  public long next(int partition) {
    return next.getOrDefault(partition, 0L);
  }
}
