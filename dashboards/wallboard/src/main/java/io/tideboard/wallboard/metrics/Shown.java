// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.wallboard.board.Board;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A queue on a channel, or the team of a queue, as it is exposed: with its labels as they stand on
 * the page. Made once, and brought up to date for every page.
 */
final class Shown {

  private final byte[] labels;
  private @Nullable QueueStatus queue;
  private @Nullable TeamStatus team;
  private @Nullable QueueDefinition definition;
  private Instant receivedAt = Instant.EPOCH;
  private Board.@Nullable Now now;
  private int series;

  /**
   * @param channel null for a team, which serves every channel
   */
  Shown(String queue, @Nullable String channel) {
    String name = "queue=\"" + escaped(queue) + '"';
    labels =
        TextPage.ascii(
            channel == null ? '{' + name : "{channel=\"" + escaped(channel) + "\"," + name);
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  void update(QueueStatus status, Instant receivedAt, QueueDefinition definition, Board.Now now) {
    this.queue = status;
    this.receivedAt = receivedAt;
    this.definition = definition;
    this.now = now;
  }

  void update(TeamStatus status) {
    this.team = status;
  }

  /** Its labels, without the closing brace. */
  byte[] labels() {
    return labels;
  }

  QueueStatus queue() {
    return Objects.requireNonNull(queue);
  }

  TeamStatus team() {
    return Objects.requireNonNull(team);
  }

  QueueDefinition definition() {
    return Objects.requireNonNull(definition);
  }

  Board.Now now() {
    return Objects.requireNonNull(now);
  }

  /** When Kafka took its status. */
  Instant receivedAt() {
    return receivedAt;
  }

  String channel() {
    return queue().key().channel();
  }

  /** How many series it had on the last page; 0 before the first. */
  int series() {
    return series;
  }

  void series(int series) {
    this.series = series;
  }
}
