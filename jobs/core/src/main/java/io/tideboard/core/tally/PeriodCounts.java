// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/** What was counted in a period, as published: immutable, and without the histogram behind it. */
public final class PeriodCounts implements Counted {

  private final long[] sums;
  private final long[] waits;

  private PeriodCounts(long[] sums, long[] waits) {
    this.sums = sums;
    this.waits = waits;
  }

  /** What a tally says now. */
  public static PeriodCounts of(Counted counted) {
    return of(counted::get, counted::wait);
  }

  /** What two lookups say. */
  public static PeriodCounts of(ToLongFunction<Measure> sums, ToLongFunction<WaitShare> waits) {
    return new PeriodCounts(
        Arrays.stream(Measure.values()).mapToLong(sums).toArray(),
        Arrays.stream(WaitShare.values()).mapToLong(waits).toArray());
  }

  @Override
  public long get(Measure measure) {
    return sums[measure.ordinal()];
  }

  @Override
  public long wait(WaitShare share) {
    return waits[share.ordinal()];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PeriodCounts that
        && Arrays.equals(sums, that.sums)
        && Arrays.equals(waits, that.waits);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sums) + Arrays.hashCode(waits);
  }
}
