// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.QueueStatus;
import java.time.Instant;

/**
 * How a queue stands on a channel, as known here.
 *
 * @param receivedAt when Kafka took the status
 * @param sequence its place among all changes of the board
 */
public record Standing(QueueStatus status, Instant receivedAt, long sequence) {

  /** Which queue and channel. */
  public QueueKey key() {
    return status.key();
  }
}
