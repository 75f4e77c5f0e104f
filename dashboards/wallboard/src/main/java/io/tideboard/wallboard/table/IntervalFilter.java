// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import org.jspecify.annotations.Nullable;

/**
 * Which intervals are meant.
 *
 * @param basis to which interval a count belongs
 * @param queue only this queue; null for all
 * @param channel only this channel; null for all
 * @param period when the interval starts
 */
public record IntervalFilter(
    Basis basis, @Nullable String queue, @Nullable String channel, Period period) {

  /**
   * A stretch of time.
   *
   * @param from its begin, in microseconds, belongs to it
   * @param to its end, in microseconds, does not
   */
  public record Period(long from, long to) {

    /** All of time. */
    public static final Period ALWAYS = new Period(Long.MIN_VALUE, Long.MAX_VALUE);

    boolean contains(long micros) {
      return micros >= from && micros < to;
    }
  }

  /** Every interval, counted on that basis. */
  public static IntervalFilter all(Basis basis) {
    return new IntervalFilter(basis, null, null, Period.ALWAYS);
  }

  boolean test(IntervalRow row) {
    return (channel == null || channel.equals(row.key().channel()))
        && test(row.key().queue(), row.start());
  }

  /** Whether an interval of a queue is meant, on some channel. */
  boolean test(String its, long start) {
    return (queue == null || queue.equals(its)) && period.contains(start);
  }
}
