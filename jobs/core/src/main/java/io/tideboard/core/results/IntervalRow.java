// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.tally.QueueTally;

/**
 * What was counted of a queue and channel in one interval: a row of {@code tideboard.intervals}. It
 * replaces every earlier row of the same {@link #wire()} with a lower or equal revision.
 *
 * @param start the interval's start, in microseconds
 * @param minutes its length
 * @param revision how many facts the queue's state knew
 */
public record IntervalRow(
    QueueKey key, long start, int minutes, Basis basis, long revision, QueueTally tally) {

  /** The key in the topic: {@code queue/channel/start/basis}. */
  public String wire() {
    return key.wire() + "/" + Micros.instant(start) + "/" + basis.wire();
  }
}
