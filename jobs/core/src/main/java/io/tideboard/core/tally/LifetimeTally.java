// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a queue's counters stand at since the beginning: live state; {@link LifetimeCounts} is what
 * is published of it. A correction can lower what was counted, a counter may not fall: so the
 * greatest that was ever published is kept with the counts, where a restart finds it.
 */
public final class LifetimeTally {

  private static final Measure[] MEASURES = Measure.values();
  private static final Timing[] TIMINGS = Timing.values();

  private final @Nullable TimingBuckets[] timings = new TimingBuckets[TIMINGS.length];
  private final long[] greatest = new long[MEASURES.length];
  private long greatestBreaches;

  /**
   * Counts a duration.
   *
   * @param duration in microseconds
   * @param limit what was promised when it ended; how many are within it is counted exactly
   * @param times 1, or −1 to take it back
   */
  public void time(Timing timing, long duration, long limit, int times) {
    TimingBuckets buckets = timings[timing.ordinal()];
    if (buckets == null) {
      buckets = new TimingBuckets();
      timings[timing.ordinal()] = buckets;
    }
    buckets.add(duration, limit, times);
  }

  /** What is to be published beside the present total and the present number of breaches. */
  public LifetimeCounts counts(QueueTally total, long breaches) {
    for (Measure measure : MEASURES) {
      int i = measure.ordinal();
      greatest[i] = Math.max(greatest[i], total.get(measure));
    }
    greatestBreaches = Math.max(greatestBreaches, breaches);
    return LifetimeCounts.of(
        measure -> greatest[measure.ordinal()], greatestBreaches, this::timing);
  }

  private TimingCounts timing(Timing timing) {
    TimingBuckets buckets = timings[timing.ordinal()];
    return buckets == null ? TimingCounts.NONE : buckets.counts();
  }

  /** Writes the state. */
  public void write(DataOutput out) throws IOException {
    int last = MEASURES.length;
    while (last > 0 && greatest[last - 1] == 0) {
      last--;
    }
    Varint.write(out, last);
    for (int i = 0; i < last; i++) {
      Varint.write(out, greatest[i]);
    }
    Varint.write(out, greatestBreaches);
    for (TimingBuckets buckets : timings) {
      out.writeBoolean(buckets != null);
      if (buckets != null) {
        buckets.write(out);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public void read(DataInput in) throws IOException {
    Arrays.fill(greatest, 0);
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      greatest[i] = Varint.read(in);
    }
    greatestBreaches = Varint.read(in);
    for (int i = 0; i < timings.length; i++) {
      timings[i] = in.readBoolean() ? TimingBuckets.read(in) : null;
    }
  }
}
