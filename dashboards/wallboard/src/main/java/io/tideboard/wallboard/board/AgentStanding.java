// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.agents.AgentStatus;
import java.time.Instant;

/**
 * How an agent stands, as known here.
 *
 * @param receivedAt when Kafka took the status
 * @param sequence its place among all changes of the board
 */
public record AgentStanding(AgentStatus status, Instant receivedAt, long sequence) {

  /** Who. */
  public String agent() {
    return status.agent();
  }
}
