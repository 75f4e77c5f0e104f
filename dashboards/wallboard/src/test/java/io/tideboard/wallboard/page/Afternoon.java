// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.page;

import io.tideboard.core.agents.AgentStatus;
import io.tideboard.core.breach.Breach;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.breach.PromiseKind;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Abandon;
import io.tideboard.core.results.AbandonRecord;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.events.AgentState;
import io.tideboard.wallboard.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What the jobs would publish of single queues at one instant of an afternoon. */
final class Afternoon {

  static final Instant NOW = Instant.parse("2026-03-02T14:37:05Z");

  private static final long THRESHOLD = 20 * Micros.SECOND;

  private Afternoon() {}

  /** So many wait, the first for so many seconds, so many of them past the threshold. */
  static QueueStatus waiting(QueueKey key, long revision, int waiting, int waited, int breached) {
    OptionalLong oldest = waiting == 0 ? OptionalLong.empty() : OptionalLong.of(ago(waited));
    return Figures.status(
        key,
        revision,
        NOW,
        new QueueStatus.Line(waiting, oldest, breached, breached, 2),
        Figures.answered(5, 12, 33));
  }

  static QueueStatus waiting(QueueKey key, long revision, int waiting) {
    return waiting(key, revision, waiting, 9, 0);
  }

  static BreachRecord breach(QueueKey key, String interaction, int waited) {
    return new BreachRecord(
        new Breach(
            BreachKind.BREACH,
            PromiseKind.WAIT,
            interaction,
            key,
            ago(waited),
            ago(waited) + THRESHOLD,
            THRESHOLD,
            THRESHOLD),
        false);
  }

  static AbandonRecord abandoned(QueueKey key, String interaction, int waited) {
    return new AbandonRecord(new Abandon(interaction, key, ago(waited), true, ago(0)), false);
  }

  static AgentStatus agent(String name, String queue, AgentState state, String reason) {
    return new AgentStatus(
        name,
        new QueueStatus.Freshness(1, ago(0)),
        new AgentStatus.Doing(state, state, reason, ago(125), List.of(queue)),
        Map.of(),
        new AgentStatus.Day(Map.of(state, 125 * Micros.SECOND), Map.of()));
  }

  private static long ago(int seconds) {
    return Micros.of(NOW) - seconds * Micros.SECOND;
  }
}
