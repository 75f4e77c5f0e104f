// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Durations, counted in buckets, so that histograms can be added and single durations taken back.
 *
 * <p>The buckets are those of HdrHistogram (Gil Tene): linear within a power of two, 1024 to each,
 * over units of 1/128 second; but open below and closed above, so that the count up to a bucket's
 * bound is exact. A duration is told as its bucket's bound, which is at most 0.1 % (or 8 ms) above
 * it. Every whole second up to 34 minutes is a bound, every even one up to 68 minutes, and so on:
 * of the limits that people choose, all.
 */
public final class DurationHistogram {

  private static final long SECOND = 1_000_000;
  private static final int UNITS = 128;
  private static final int LINEAR_BITS = 11;
  private static final int HALF = 1 << (LINEAR_BITS - 1);

  private static final int FEW = 8;

  /** The buckets in their order, each with its count in the lower half: a small one is common. */
  private long[] cells = new long[2];

  private int size;

  /**
   * Counts a duration in microseconds {@code times} times; with a negative number takes it back.
   */
  public void add(long duration, long times) {
    addBucket(bucketOf(duration), times);
  }

  /** Adds everything of {@code other}, {@code times} times. */
  public void addAll(DurationHistogram other, long times) {
    if (other.size > FEW) {
      merge(other, times);
      return;
    }
    for (int i = 0; i < other.size; i++) {
      addBucket(bucketIn(other.cells[i]), times * countIn(other.cells[i]));
    }
  }

  private static int bucketIn(long cell) {
    return (int) (cell >> Integer.SIZE);
  }

  private static int countIn(long cell) {
    return (int) cell;
  }

  /**
   * A bucket with its count.
   *
   * @throws ArithmeticException when there are more than two thousand million of one duration
   */
  private static long cell(int bucket, long count) {
    return (long) bucket << Integer.SIZE | Integer.toUnsignedLong(Math.toIntExact(count));
  }

  /** Both in one walk: to find a place for each bucket would cost more. */
  private void merge(DurationHistogram other, long times) {
    long[] merged = new long[size + other.size];
    int filled = 0;
    int i = 0;
    int j = 0;
    while (i < size || j < other.size) {
      int mine = i < size ? bucketIn(cells[i]) : Integer.MAX_VALUE;
      int others = j < other.size ? bucketIn(other.cells[j]) : Integer.MAX_VALUE;
      long count = 0;
      if (mine <= others) {
        count += countIn(cells[i++]);
      }
      if (others <= mine) {
        count += times * countIn(other.cells[j++]);
      }
      if (count != 0) {
        merged[filled++] = cell(Math.min(mine, others), count);
      }
    }
    cells = merged;
    size = filled;
  }

  void addBucket(int bucket, long times) {
    int at = placeOf(bucket);
    if (at < size && bucketIn(cells[at]) == bucket) {
      long count = countIn(cells[at]) + times;
      if (count == 0) {
        remove(at);
      } else {
        cells[at] = cell(bucket, count);
      }
    } else if (times != 0) {
      insert(at, bucket, times);
    }
  }

  /** Where the bucket stands, or would. */
  private int placeOf(int bucket) {
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (bucketIn(cells[middle]) < bucket) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private void insert(int at, int bucket, long times) {
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, size * 2 + 1);
    }
    System.arraycopy(cells, at, cells, at + 1, size - at);
    cells[at] = cell(bucket, times);
    size++;
  }

  private void remove(int at) {
    size--;
    System.arraycopy(cells, at + 1, cells, at, size - at);
  }

  /** How many durations are counted. */
  public long count() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += countIn(cells[i]);
    }
    return sum;
  }

  /** Whether none is counted. */
  public boolean isEmpty() {
    return size == 0;
  }

  /**
   * The smallest duration, in microseconds, that at least {@code share} of all do not exceed; −1
   * when there are none.
   *
   * @param share 0 to 1; 1 gives the longest
   */
  public long quantile(double share) {
    return quantile(share, new DurationHistogram[] {this});
  }

  /** The same of several distributions as one, without adding them up. */
  static long quantile(double share, DurationHistogram[] several) {
    long count = 0;
    for (DurationHistogram histogram : several) {
      count += histogram.count();
    }
    long rank = Math.max(1, (long) Math.ceil(share * count));
    long seen = 0;
    int[] read = new int[several.length];
    while (seen < count) {
      int bucket = Integer.MAX_VALUE;
      for (int i = 0; i < read.length; i++) {
        if (read[i] < several[i].size) {
          bucket = Math.min(bucket, bucketIn(several[i].cells[read[i]]));
        }
      }
      for (int i = 0; i < read.length; i++) {
        if (read[i] < several[i].size && bucketIn(several[i].cells[read[i]]) == bucket) {
          seen += countIn(several[i].cells[read[i]++]);
        }
      }
      if (seen >= rank) {
        return upperBound(bucket);
      }
    }
    return -1;
  }

  /**
   * How many durations are at most {@code limit}: exactly when it is a bound; otherwise those up to
   * the next bound above count as well.
   */
  public long countUpTo(long limit) {
    int last = bucketOf(limit);
    long sum = 0;
    for (int i = 0; i < size && bucketIn(cells[i]) <= last; i++) {
      sum += countIn(cells[i]);
    }
    return sum;
  }

  /** The longest, or −1. */
  public long longest() {
    return size == 0 ? -1 : upperBound(bucketIn(cells[size - 1]));
  }

  /**
   * Durations that are counted as one.
   *
   * @param bound the bucket's upper bound, in microseconds, which falls into the same bucket again
   */
  public record Bucket(long bound, long count) {}

  /** The buckets that are not empty, shortest first. */
  public List<Bucket> buckets() {
    List<Bucket> filled = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      filled.add(new Bucket(upperBound(bucketIn(cells[i])), countIn(cells[i])));
    }
    return filled;
  }

  /** Writes the counts. */
  public void write(DataOutput out) throws IOException {
    Varint.write(out, size);
    int last = 0;
    for (int i = 0; i < size; i++) {
      Varint.write(out, bucketIn(cells[i]) - last);
      Varint.write(out, countIn(cells[i]));
      last = bucketIn(cells[i]);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static DurationHistogram read(DataInput in) throws IOException {
    DurationHistogram histogram = new DurationHistogram();
    int size = Varint.readInt(in);
    int bucket = 0;
    histogram.cells = new long[Math.max(2, size)];
    for (int i = 0; i < size; i++) {
      bucket += Varint.readInt(in);
      histogram.insert(i, bucket, Varint.read(in));
    }
    return histogram;
  }

  static int bucketOf(long duration) {
    long seconds = duration / SECOND;
    long units = seconds * UNITS + ceilDiv((duration - seconds * SECOND) * UNITS, SECOND);
    if (units == 0) {
      return 0;
    }
    long below = units - 1;
    int exponent = Math.max(0, 64 - Long.numberOfLeadingZeros(below) - LINEAR_BITS);
    return 1 + (exponent << (LINEAR_BITS - 1)) + (int) (below >>> exponent);
  }

  static long upperBound(int bucket) {
    if (bucket == 0) {
      return 0;
    }
    int exponent = Math.max(0, ((bucket - 1) >> (LINEAR_BITS - 1)) - 1);
    long units = (long) (bucket - exponent * HALF) << exponent;
    return units / UNITS * SECOND + units % UNITS * SECOND / UNITS;
  }

  private static long ceilDiv(long a, long b) {
    return (a + b - 1) / b;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DurationHistogram that
        && Arrays.equals(cells, 0, size, that.cells, 0, that.size);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + Long.hashCode(cells[i]);
    }
    return hash;
  }
}
