// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Rows as a topic of two partitions would bring them. */
final class Rows {

  static final long NINE = Micros.of(Instant.parse("2026-03-02T09:00:00Z"));
  static final long QUARTER = 900 * Micros.SECOND;
  static final QueueKey SALES = new QueueKey("sales", "voice");

  private static final List<QueueKey> KEYS =
      List.of(
          SALES,
          new QueueKey("sales", "chat"),
          new QueueKey("sales east", "voice"),
          new QueueKey("\uD83D\uDE00 \"quoted\", O'Neil \\ \\N", "email"),
          new QueueKey("\uFF5Awide", "chat"));

  private Rows() {}

  static IntervalRow row(QueueKey key, int quarter, long revision, QueueTally tally) {
    return new IntervalRow(key, NINE + quarter * QUARTER, 15, Basis.ARRIVAL, revision, tally);
  }

  static TeamRow team(String queue, int quarter, long revision, long covered) {
    TeamTimes times = new TeamTimes();
    times.add(TeamMeasure.AVAILABLE, 600 * Micros.SECOND);
    times.add(TeamMeasure.BREAK, 5);
    times.add(TeamMeasure.COVERED, covered);
    times.add(TeamMeasure.SCHEDULED, 2 * covered);
    return new TeamRow(queue, NINE + quarter * QUARTER, 15, revision, times);
  }

  static QueueTally answered(int... waits) {
    QueueTally tally = new QueueTally();
    for (int wait : waits) {
      tally.add(Measure.OFFERED, 1);
      tally.add(Measure.ANSWERED, 1);
      tally.add(Measure.ANSWER_WAIT_MICROS, wait * Micros.SECOND);
      tally.add(Sample.ANSWER_WAIT, wait * Micros.SECOND, 1);
    }
    return tally;
  }

  static RowChange at(long offset, IntervalRow row) {
    return new RowChange.OfQueue(new RowChange.Place(0, offset), row);
  }

  static RowChange at(long offset, TeamRow row) {
    return new RowChange.OfTeam(new RowChange.Place(0, offset), row);
  }

  /** These, one behind the other from that offset on. */
  static RowBatch batch(long from, Object... rows) {
    return batch("topic", from, rows);
  }

  static RowBatch batch(String source, long from, Object... rows) {
    List<RowChange> changes = new ArrayList<>();
    for (Object row : rows) {
      long offset = from + changes.size();
      changes.add(row instanceof IntervalRow its ? at(offset, its) : at(offset, (TeamRow) row));
    }
    return new RowBatch(changes, new Progress(source, Map.of(0, from + rows.length)));
  }

  /** Any row of a small center, the same for the same seed. */
  static Object random(SplittableRandom random) {
    QueueKey key = KEYS.get(random.nextInt(KEYS.size()));
    int quarter = random.nextInt(40);
    long revision = random.nextInt(6);
    if (random.nextInt(4) == 0) {
      return team(key.queue(), quarter, revision, random.nextInt(2) * QUARTER);
    }
    Basis basis = Basis.values()[random.nextInt(2)];
    QueueTally tally = random.nextInt(6) == 0 ? new QueueTally() : full(random);
    return new IntervalRow(key, NINE + quarter * QUARTER, 15, basis, revision, tally);
  }

  /** A tally in which everything may be counted, mostly waits around the usual limits. */
  static QueueTally full(SplittableRandom random) {
    QueueTally tally = new QueueTally();
    for (Measure measure : Measure.values()) {
      if (!measure.judged() && random.nextInt(3) > 0) {
        boolean micros = measure.name().endsWith("MICROS");
        tally.add(measure, micros ? random.nextLong(400_000_000) : random.nextInt(40));
      }
    }
    for (Sample sample : Sample.values()) {
      for (int i = random.nextInt(12); i > 0; i--) {
        tally.add(sample, random.nextInt(5) == 0 ? 20_000_000 : random.nextLong(40_000_000), 1);
      }
    }
    return tally;
  }
}
