// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.QueueStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a queue stands on a channel, as known here.
 *
 * @param receivedAt when Kafka took the status
 * @param sequence its place among all changes of the board
 * @param team the queue's agents, on whatever channel; null when none are known
 */
public record Standing(
    QueueStatus status, Instant receivedAt, long sequence, @Nullable TeamStatus team) {

  /** The same, with the team of its queue: a change of the one is a change of both. */
  Standing with(@Nullable TeamStanding team) {
    return team == null
        ? this
        : new Standing(status, receivedAt, Math.max(sequence, team.sequence()), team.status());
  }

  /** Which queue and channel. */
  public QueueKey key() {
    return status.key();
  }
}
