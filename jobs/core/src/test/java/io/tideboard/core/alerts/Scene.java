// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.Rejection;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.LifetimeCounts;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.events.AgentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A queue in some minutes of its day, and what its alerts make of them. */
final class Scene {

  /** Tuesday noon. */
  static final long NOON = Micros.of(Instant.parse("2026-03-10T12:00:00Z"));

  AlertRules rules = AlertRules.DEFAULT.withCalm(new AlertRules.Calm(0.8, Duration.ofMinutes(1)));
  QueueDefinition definition = QueueDefinition.DEFAULT;
  final List<AlertEpisode> told = new ArrayList<>();
  AlertBook book = new AlertBook();

  static long second(double second) {
    return NOON + Math.round(second * Micros.SECOND);
  }

  /** The queue on that channel, as it stands in that second. */
  void queue(double second, String channel, Queue queue) {
    QueueStatus status = queue.status(new QueueKey("sales", channel), second(second));
    book.take(QueueWatch.read(status, definition, rules), rules, told::add);
  }

  void agents(double second, Map<AgentState, Integer> agents) {
    book.take(TeamWatch.read(team(second, agents)), rules, told::add);
  }

  static TeamStatus team(double second, Map<AgentState, Integer> agents) {
    return new TeamStatus(
        "sales",
        new QueueStatus.Freshness(1, second(second)),
        agents,
        OptionalInt.empty(),
        List.of(),
        new TeamTimes(),
        List.of());
  }

  void time(double second) {
    book.advance(second(second), rules, told::add);
  }

  AlertEpisode last() {
    return told.get(told.size() - 1);
  }

  /** What stands in a status, the rest being nothing. */
  static final class Queue {

    private int waiting;
    private OptionalLong oldest = OptionalLong.empty();
    private final List<Map<Measure, Long>> windows =
        List.of(
            new EnumMap<>(Measure.class),
            new EnumMap<>(Measure.class),
            new EnumMap<>(Measure.class),
            new EnumMap<>(Measure.class));

    /** So many wait, the oldest of them since that second. */
    Queue waiting(int contacts, double since) {
      waiting = contacts;
      oldest = OptionalLong.of(second(since));
      return this;
    }

    /** So many in that window: 0 to 3 for the last 5, 15, 30 and 60 minutes. */
    Queue counted(int window, Measure measure, long count) {
      windows.get(window).put(measure, count);
      return this;
    }

    /** So many were answered in 5 and in 30 minutes, and so many of these in time. */
    Queue answered(int lately, int latelyInTime, int longer, int longerInTime) {
      return counted(0, Measure.ANSWERED, lately)
          .counted(0, Measure.ANSWERED_WITHIN_THRESHOLD, latelyInTime)
          .counted(2, Measure.ANSWERED, longer)
          .counted(2, Measure.ANSWERED_WITHIN_THRESHOLD, longerInTime);
    }

    QueueStatus status(QueueKey key, long at) {
      PeriodCounts nothing = counts(Map.of());
      return new QueueStatus(
          key,
          new QueueStatus.Freshness(1, at),
          new QueueStatus.Line(waiting, oldest, 0, 0, 0),
          new QueueStatus.Counts(
              0,
              0,
              Collections.nCopies(Rejection.values().length, 0L),
              nothing,
              nothing,
              windows.stream().map(Queue::counts).toList(),
              LifetimeCounts.NONE));
    }

    private static PeriodCounts counts(Map<Measure, Long> counted) {
      return PeriodCounts.of(measure -> counted.getOrDefault(measure, 0L), unused -> -1L);
    }
  }
}
