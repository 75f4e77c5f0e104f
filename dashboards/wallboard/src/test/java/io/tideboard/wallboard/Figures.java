// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import io.tideboard.core.agents.AgentStatus;
import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.breach.Breach;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.breach.PromiseKind;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.LifetimeCounts;
import io.tideboard.core.tally.LifetimeTally;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import io.tideboard.core.tally.Timing;
import io.tideboard.events.AgentState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Results of a small center, as the jobs would publish them. */
public final class Figures {

  /** A quiet Monday morning. */
  public static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  public static final QueueKey SALES = new QueueKey("sales", "voice");

  private Figures() {}

  /** Answered visits with these waits in seconds, all within a threshold of 20 s or not. */
  public static QueueTally answered(int... waits) {
    QueueTally tally = new QueueTally();
    for (int wait : waits) {
      long micros = wait * Micros.SECOND;
      tally.add(Measure.OFFERED, 1);
      tally.add(Measure.ANSWERED, 1);
      tally.add(Measure.ANSWER_WAIT_MICROS, micros);
      tally.add(Sample.ANSWER_WAIT, micros, 1);
    }
    return tally;
  }

  /** The same with so many abandoned after 30 s. */
  public static QueueTally andAbandoned(QueueTally tally, int abandoned) {
    QueueTally sum = tally.copy();
    sum.add(Measure.OFFERED, abandoned);
    sum.add(Measure.ABANDONED, abandoned);
    sum.add(Sample.ABANDON_WAIT, 30 * Micros.SECOND, abandoned);
    return sum;
  }

  /** A queue in which so many wait, the first since {@code waited} seconds. */
  public static QueueStatus status(QueueKey key, long revision, int waiting, int waited) {
    return status(key, revision, NINE, line(waiting, waited, 0), answered(5, 12, 33));
  }

  public static QueueStatus status(
      QueueKey key, long revision, Instant asOf, QueueStatus.Line line, QueueTally today) {
    PeriodCounts none = PeriodCounts.of(new QueueTally());
    PeriodCounts counted = PeriodCounts.of(QueueDefinition.DEFAULT.judge(today, key.channel()));
    return new QueueStatus(
        key,
        new QueueStatus.Freshness(revision, Micros.of(asOf)),
        line,
        new QueueStatus.Counts(
            1,
            0,
            List.of(3L, 0L),
            counted,
            counted,
            List.of(none, counted, counted, counted),
            lifetime(counted)));
  }

  /** Counters that stand at those counts, with waits of 5, 12 and 33 s. */
  static LifetimeCounts lifetime(PeriodCounts total) {
    LifetimeTally lifetime = new LifetimeTally();
    for (int wait : new int[] {5, 12, 33}) {
      lifetime.time(Timing.ANSWER_WAIT, wait * Micros.SECOND, 20 * Micros.SECOND, 1);
    }
    LifetimeCounts timed = lifetime.counts(new QueueTally(), 0);
    return LifetimeCounts.of(total::get, 1, timed::timing);
  }

  /** Who is there at {@link #NINE}. */
  public static QueueStatus.Line line(int waiting, int waited, int breached) {
    return new QueueStatus.Line(
        waiting,
        waiting == 0
            ? OptionalLong.empty()
            : OptionalLong.of(Micros.of(NINE) - waited * Micros.SECOND),
        breached,
        breached,
        2);
  }

  /** An agent of sales who does that, since nine o'clock. */
  public static AgentStatus agent(String name, long revision, AgentState state, String reason) {
    return new AgentStatus(
        name,
        new QueueStatus.Freshness(revision, Micros.of(NINE)),
        new AgentStatus.Doing(state, state, reason, Micros.of(NINE), List.of("sales")),
        state == AgentState.BUSY ? Map.of("voice", 1) : Map.of(),
        new AgentStatus.Day(
            Map.of(state, 90 * Micros.SECOND),
            reason == null ? Map.of() : Map.of(reason, 90 * Micros.SECOND)));
  }

  /** A team of sales: one available, so many busy, half of the time so far. */
  public static TeamStatus team(long revision, int busy) {
    TeamTimes times = times();
    return new TeamStatus(
        "sales",
        new QueueStatus.Freshness(revision, Micros.of(NINE)),
        Map.of(AgentState.AVAILABLE, 1, AgentState.BUSY, busy),
        OptionalInt.of(4),
        List.of(0L, 0L, 0L, 0L),
        times,
        List.of(new TeamTimes(), times, times, times));
  }

  /** Half of the time busy, with a quarter of what they can take; two of four there. */
  public static TeamTimes times() {
    TeamTimes times = new TeamTimes();
    times.add(TeamMeasure.AVAILABLE, 900 * Micros.SECOND);
    times.add(TeamMeasure.BUSY, 900 * Micros.SECOND);
    times.add(TeamMeasure.TAKEN_PARTS, 210 * 1_800 * Micros.SECOND);
    times.add(TeamMeasure.SCHEDULED, 3_600 * Micros.SECOND);
    times.add(TeamMeasure.ADHERENT, 1_800 * Micros.SECOND);
    times.add(TeamMeasure.ATTENDED, 1_800 * Micros.SECOND);
    times.add(TeamMeasure.COVERED, 900 * Micros.SECOND);
    return times;
  }

  public static TeamRow teamRow(int quarter, long revision, TeamTimes times) {
    return new TeamRow("sales", Micros.of(NINE.plusSeconds(quarter * 900L)), 15, revision, times);
  }

  public static IntervalRow row(QueueKey key, int quarter, long revision, QueueTally tally) {
    long start = Micros.of(NINE.plusSeconds(quarter * 900L));
    return new IntervalRow(key, start, 15, Basis.ARRIVAL, revision, tally);
  }

  public static BreachRecord breach(String interaction, int secondsAfterNine) {
    long time = Micros.of(NINE.plusSeconds(secondsAfterNine));
    long threshold = 20 * Micros.SECOND;
    return new BreachRecord(
        new Breach(
            BreachKind.BREACH,
            PromiseKind.WAIT,
            interaction,
            SALES,
            time - threshold,
            time,
            threshold,
            threshold),
        false);
  }

  public static BreachRecord withdrawn(BreachRecord breach) {
    return new BreachRecord(breach.breach(), true);
  }
}
