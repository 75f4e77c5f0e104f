// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.tally.LifetimeCounts;
import io.tideboard.core.tally.PeriodCounts;
import java.util.List;
import java.util.OptionalLong;

/**
 * How a queue stands on a channel at one moment: what {@code tideboard.queues} carries. Counts, not
 * ratios, so that a changed formula holds for what was counted before.
 */
public record QueueStatus(QueueKey key, Freshness freshness, Line line, Counts counts) {

  /** Minutes of the rolling windows, in the order of {@link Counts#windows}. */
  public static final int[] WINDOW_MINUTES = {5, 15, 30, 60};

  /** The same, with counters that do not fall below those of an earlier status. */
  public QueueStatus notBelow(QueueStatus before) {
    return new QueueStatus(
        key,
        freshness,
        line,
        new Counts(
            counts.breaches,
            Math.max(counts.tooLate, before.counts.tooLate),
            counts.rejected,
            counts.total,
            counts.today,
            counts.windows,
            counts.lifetime.orMore(before.counts.lifetime)));
  }

  /**
   * How recent a status is. A later revision replaces an earlier one, and at the same revision a
   * later time an earlier one; after a restart older ones may come again.
   *
   * @param revision how many facts the status knows
   * @param asOf the stream's time, in microseconds
   */
  public record Freshness(long revision, long asOf) implements Comparable<Freshness> {
    @Override
    public int compareTo(Freshness other) {
      int byRevision = Long.compare(revision, other.revision);
      return byRevision != 0 ? byRevision : Long.compare(asOf, other.asOf);
    }
  }

  /**
   * Who is there now.
   *
   * @param waiting visits begun and not ended
   * @param oldest when the visit that waits longest began, in microseconds
   * @param atRisk waiting visits that passed the at-risk share of the threshold, breached included
   * @param breached waiting visits that passed the threshold
   * @param inProgress contacts being served
   */
  public record Line(int waiting, OptionalLong oldest, int atRisk, int breached, int inProgress) {}

  /**
   * What was counted.
   *
   * @param breaches breaches of the promise since the beginning
   * @param tooLate corrections that came after their interval was closed for good
   * @param rejected events that are not counted, in the order of {@link
   *     io.tideboard.core.queue.Rejection}
   * @param total since the beginning; its waits are not kept
   * @param today since the queue's day began, by arrival
   * @param windows the last 5, 15, 30 and 60 minutes, by event
   * @param lifetime what counters and histograms show, which never fall
   */
  public record Counts(
      long breaches,
      long tooLate,
      List<Long> rejected,
      PeriodCounts total,
      PeriodCounts today,
      List<PeriodCounts> windows,
      LifetimeCounts lifetime) {}
}
