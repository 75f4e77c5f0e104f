// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.agents.TeamStatus;
import java.time.Instant;

/**
 * How the team of a queue stands, as known here.
 *
 * @param receivedAt when Kafka took the status
 * @param sequence its place among all changes of the board
 */
public record TeamStanding(TeamStatus status, Instant receivedAt, long sequence) {}
