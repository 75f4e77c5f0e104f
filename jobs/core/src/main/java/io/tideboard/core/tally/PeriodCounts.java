// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * What was counted in a period, as published: immutable, and without the distributions behind it.
 */
public final class PeriodCounts implements Counted {

  private final long[] sums;
  private final long[] quantiles;

  private PeriodCounts(long[] sums, long[] quantiles) {
    this.sums = sums;
    this.quantiles = quantiles;
  }

  /** What a tally says now. */
  public static PeriodCounts of(Counted counted) {
    return of(counted::get, counted::quantile);
  }

  /** What two lookups say. */
  public static PeriodCounts of(ToLongFunction<Measure> sums, ToLongFunction<Quantile> quantiles) {
    return new PeriodCounts(
        Arrays.stream(Measure.values()).mapToLong(sums).toArray(),
        Arrays.stream(Quantile.values()).mapToLong(quantiles).toArray());
  }

  @Override
  public long get(Measure measure) {
    return sums[measure.ordinal()];
  }

  @Override
  public long quantile(Quantile which) {
    return quantiles[which.ordinal()];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PeriodCounts that
        && Arrays.equals(sums, that.sums)
        && Arrays.equals(quantiles, that.quantiles);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sums) + Arrays.hashCode(quantiles);
  }
}
