// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import static io.tideboard.core.tally.TimingCounts.BUCKETS;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Durations counted by fixed bounds: live state. What is told of it never falls: a correction moves
 * a duration to another bucket, and the one that it leaves stands where it stood until as many have
 * come again.
 */
final class TimingBuckets {

  private static final int SUM = 2 * BUCKETS;

  /** The counts of the buckets, the counts within the limit, and the sum. */
  private final long[] cells = new long[SUM + 1];

  /** The greatest that each ever was; only where something was ever taken back. */
  private long @Nullable [] greatest;

  void add(long duration, long limit, int times) {
    if (times < 0) {
      rise();
    }
    int bucket = TimingCounts.bucketOf(duration);
    cells[bucket] += times;
    cells[BUCKETS + bucket] += duration <= limit ? times : 0;
    cells[SUM] += times * duration;
  }

  private void rise() {
    long[] before = greatest;
    if (before == null) {
      greatest = cells.clone();
      return;
    }
    for (int i = 0; i < cells.length; i++) {
      before[i] = Math.max(before[i], cells[i]);
    }
  }

  TimingCounts counts() {
    if (greatest != null) {
      rise();
    }
    long[] told = greatest == null ? cells : greatest;
    return TimingCounts.of(
        told[SUM],
        Arrays.copyOfRange(told, 0, BUCKETS),
        Arrays.copyOfRange(told, BUCKETS, 2 * BUCKETS));
  }

  void write(DataOutput out) throws IOException {
    write(cells, out);
    out.writeBoolean(greatest != null);
    if (greatest != null) {
      write(greatest, out);
    }
  }

  private static void write(long[] numbers, DataOutput out) throws IOException {
    for (long number : numbers) {
      Varint.write(out, number);
    }
  }

  static TimingBuckets read(DataInput in) throws IOException {
    TimingBuckets buckets = new TimingBuckets();
    read(buckets.cells, in);
    if (in.readBoolean()) {
      long[] greatest = new long[SUM + 1];
      read(greatest, in);
      buckets.greatest = greatest;
    }
    return buckets;
  }

  private static void read(long[] numbers, DataInput in) throws IOException {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Varint.read(in);
    }
  }
}
