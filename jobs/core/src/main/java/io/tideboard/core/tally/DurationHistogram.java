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

  private int[] buckets = new int[4];
  private long[] counts = new long[4];
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
      addBucket(other.buckets[i], times * other.counts[i]);
    }
  }

  /** Both in one walk: to find a place for each bucket would cost more. */
  private void merge(DurationHistogram other, long times) {
    int[] mergedBuckets = new int[size + other.size];
    long[] mergedCounts = new long[size + other.size];
    int merged = 0;
    int i = 0;
    int j = 0;
    while (i < size || j < other.size) {
      int mine = i < size ? buckets[i] : Integer.MAX_VALUE;
      int others = j < other.size ? other.buckets[j] : Integer.MAX_VALUE;
      long count = 0;
      if (mine <= others) {
        count += counts[i++];
      }
      if (others <= mine) {
        count += times * other.counts[j++];
      }
      if (count != 0) {
        mergedBuckets[merged] = Math.min(mine, others);
        mergedCounts[merged++] = count;
      }
    }
    buckets = mergedBuckets;
    counts = mergedCounts;
    size = merged;
  }

  void addBucket(int bucket, long times) {
    int at = Arrays.binarySearch(buckets, 0, size, bucket);
    if (at >= 0) {
      counts[at] += times;
      if (counts[at] == 0) {
        remove(at);
      }
    } else if (times != 0) {
      insert(-at - 1, bucket, times);
    }
  }

  private void insert(int at, int bucket, long times) {
    if (size == buckets.length) {
      buckets = Arrays.copyOf(buckets, size * 2 + 1);
      counts = Arrays.copyOf(counts, size * 2 + 1);
    }
    System.arraycopy(buckets, at, buckets, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    buckets[at] = bucket;
    counts[at] = times;
    size++;
  }

  private void remove(int at) {
    size--;
    System.arraycopy(buckets, at + 1, buckets, at, size - at);
    System.arraycopy(counts, at + 1, counts, at, size - at);
  }

  /** How many durations are counted. */
  public long count() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += counts[i];
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
          bucket = Math.min(bucket, several[i].buckets[read[i]]);
        }
      }
      for (int i = 0; i < read.length; i++) {
        if (read[i] < several[i].size && several[i].buckets[read[i]] == bucket) {
          seen += several[i].counts[read[i]++];
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
    for (int i = 0; i < size && buckets[i] <= last; i++) {
      sum += counts[i];
    }
    return sum;
  }

  /** The longest, or −1. */
  public long longest() {
    return size == 0 ? -1 : upperBound(buckets[size - 1]);
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
      filled.add(new Bucket(upperBound(buckets[i]), counts[i]));
    }
    return filled;
  }

  /** Writes the counts. */
  public void write(DataOutput out) throws IOException {
    Varint.write(out, size);
    int last = 0;
    for (int i = 0; i < size; i++) {
      Varint.write(out, buckets[i] - last);
      Varint.write(out, counts[i]);
      last = buckets[i];
    }
  }

  /** Reads what {@link #write} wrote. */
  public static DurationHistogram read(DataInput in) throws IOException {
    DurationHistogram histogram = new DurationHistogram();
    int size = Varint.readInt(in);
    int bucket = 0;
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
        && Arrays.equals(buckets, 0, size, that.buckets, 0, that.size)
        && Arrays.equals(counts, 0, size, that.counts, 0, that.size);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + 17 * buckets[i] + Long.hashCode(counts[i]);
    }
    return hash;
  }
}
