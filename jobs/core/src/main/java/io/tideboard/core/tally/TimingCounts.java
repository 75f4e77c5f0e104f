// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import java.util.Arrays;

/**
 * Durations counted by fixed bounds, as published: immutable. Of the bucket that holds the limit
 * that was promised, the part within it is told as well, so that the count up to the limit is exact
 * although it is no bound.
 */
public final class TimingCounts {

  /** The bounds, in seconds: the limits that people choose. Each belongs to its bucket. */
  private static final int[] SECONDS = {
    1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1_800, 3_600, 7_200, 14_400,
    28_800, 43_200, 86_400, 172_800, 259_200, 604_800, 1_209_600
  };

  /** How many buckets there are: one up to each bound, and one beyond. */
  public static final int BUCKETS = SECONDS.length + 1;

  private static final long SECOND = 1_000_000;

  /** Nothing was timed. */
  public static final TimingCounts NONE = new TimingCounts(0, new long[BUCKETS], new long[BUCKETS]);

  private final long sum;
  private final long[] counts;
  private final long[] within;

  private TimingCounts(long sum, long[] counts, long[] within) {
    this.sum = sum;
    this.counts = counts;
    this.within = within;
  }

  /**
   * Those counts, of which nobody else keeps the arrays.
   *
   * @param counts one for each bucket
   * @param within how many of each are within the promised limit
   */
  public static TimingCounts of(long sum, long[] counts, long[] within) {
    if (counts.length != BUCKETS || within.length != BUCKETS) {
      throw new IllegalArgumentException(
          counts.length + " and " + within.length + " buckets: expected " + BUCKETS);
    }
    return new TimingCounts(sum, counts, within);
  }

  /** Which bucket holds that duration, in microseconds. */
  public static int bucketOf(long duration) {
    int from = 0;
    int to = SECONDS.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (SECONDS[middle] * SECOND < duration) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The greatest duration in that bucket; not of the last one, which has no end. */
  public static long bound(int bucket) {
    return SECONDS[bucket] * SECOND;
  }

  TimingCounts orMore(TimingCounts before) {
    if (before == NONE) {
      return this;
    }
    long[] most = new long[BUCKETS];
    long[] mostWithin = new long[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      most[i] = Math.max(counts[i], before.counts[i]);
      mostWithin[i] = Math.max(within[i], before.within[i]);
    }
    return new TimingCounts(Math.max(sum, before.sum), most, mostWithin);
  }

  /** The sum of the durations, in microseconds. */
  public long sum() {
    return sum;
  }

  /** How many there are in that bucket. */
  public long count(int bucket) {
    return counts[bucket];
  }

  /** How many of them were within the limit that was promised when they ended. */
  public long within(int bucket) {
    return within[bucket];
  }

  /** How many there are. */
  public long count() {
    long count = 0;
    for (long each : counts) {
      count += each;
    }
    return count;
  }

  /**
   * How many durations are at most {@code limit}: exactly where it is a bound, and where it was the
   * promised limit when they ended.
   */
  public long countUpTo(long limit) {
    int last = bucketOf(limit);
    long count = 0;
    for (int i = 0; i < last; i++) {
      count += counts[i];
    }
    boolean isBound = last < SECONDS.length && bound(last) == limit;
    return count + (isBound ? counts[last] : within[last]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimingCounts that
        && sum == that.sum
        && Arrays.equals(counts, that.counts)
        && Arrays.equals(within, that.within);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(counts) + Arrays.hashCode(within);
  }
}
