// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import java.time.Instant;

/** Which row of the interval table. */
public record RowKey(QueueKey key, Instant start, Basis basis) {
  @Override
  public String toString() {
    return key + " " + start + " by " + basis.wire();
  }
}
