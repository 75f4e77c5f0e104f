// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What a queue's counters stand at since the beginning, as published: immutable. None of it ever
 * falls, whatever a late event corrects, so that a counter made of it never reads as restarted.
 */
public final class LifetimeCounts {

  /** Nothing was counted. */
  public static final LifetimeCounts NONE = of(measure -> 0, 0, timing -> TimingCounts.NONE);

  private final long[] sums;
  private final long breaches;
  private final TimingCounts[] timings;

  private LifetimeCounts(long[] sums, long breaches, TimingCounts[] timings) {
    this.sums = sums;
    this.breaches = breaches;
    this.timings = timings;
  }

  /** What two lookups say. */
  public static LifetimeCounts of(
      ToLongFunction<Measure> sums, long breaches, Function<Timing, TimingCounts> timings) {
    return new LifetimeCounts(
        Arrays.stream(Measure.values()).mapToLong(sums).toArray(),
        breaches,
        Arrays.stream(Timing.values()).map(timings).toArray(TimingCounts[]::new));
  }

  /**
   * The greater of each of both: after a restart a job may not meet again what it had published
   * meanwhile.
   */
  public LifetimeCounts orMore(LifetimeCounts before) {
    return of(
        measure -> Math.max(get(measure), before.get(measure)),
        Math.max(breaches, before.breaches),
        timing -> timing(timing).orMore(before.timing(timing)));
  }

  /** The greatest that a measure ever was. */
  public long get(Measure measure) {
    return sums[measure.ordinal()];
  }

  /** The greatest number of breaches there ever was. */
  public long breaches() {
    return breaches;
  }

  /** How long something took, in all its cases. */
  public TimingCounts timing(Timing timing) {
    return timings[timing.ordinal()];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LifetimeCounts that
        && breaches == that.breaches
        && Arrays.equals(sums, that.sums)
        && Arrays.equals(timings, that.timings);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sums) + Arrays.hashCode(timings);
  }
}
