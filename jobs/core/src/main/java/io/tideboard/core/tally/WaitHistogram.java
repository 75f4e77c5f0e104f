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
 * Waits, counted in buckets, so that histograms can be added and single waits taken back.
 *
 * <p>The buckets are those of HdrHistogram (Gil Tene): linear within a power of two, 1024 to each,
 * over units of 1/128 second. A wait is reported as its bucket's lower bound, which is at most 0.1
 * % (or 8 ms) below it; waits of whole seconds are reported exactly up to 34 minutes.
 */
public final class WaitHistogram {

  private static final int LINEAR_BITS = 11;
  private static final int HALF = 1 << (LINEAR_BITS - 1);

  private int[] buckets = new int[4];
  private long[] counts = new long[4];
  private int size;

  /** Counts {@code times} visits (negative to take them back) that waited {@code wait} micros. */
  public void add(long wait, long times) {
    addBucket(bucketOf(wait), times);
  }

  /** Adds every wait of {@code other}, {@code times} times. */
  public void addAll(WaitHistogram other, long times) {
    for (int i = 0; i < other.size; i++) {
      addBucket(other.buckets[i], times * other.counts[i]);
    }
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
      buckets = Arrays.copyOf(buckets, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
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

  /** How many waits are counted. */
  public long count() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += counts[i];
    }
    return sum;
  }

  /** Whether no wait is counted. */
  public boolean isEmpty() {
    return size == 0;
  }

  /**
   * The smallest wait, in microseconds, that at least {@code share} of all waits do not exceed; −1
   * when there are none.
   *
   * @param share 0 to 1; 1 gives the longest wait
   */
  public long quantile(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * count()));
    long seen = 0;
    for (int i = 0; i < size; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return lowerBound(buckets[i]);
      }
    }
    return -1;
  }

  /** The longest wait, or −1. */
  public long longest() {
    return size == 0 ? -1 : lowerBound(buckets[size - 1]);
  }

  /**
   * Waits that are counted as one.
   *
   * @param lowest the bucket's lower bound, in microseconds, which falls into the same bucket again
   */
  public record Bucket(long lowest, long count) {}

  /** The buckets that are not empty, shortest wait first. */
  public List<Bucket> buckets() {
    List<Bucket> filled = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      filled.add(new Bucket(lowerBound(buckets[i]), counts[i]));
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
  public static WaitHistogram read(DataInput in) throws IOException {
    WaitHistogram histogram = new WaitHistogram();
    int size = Varint.readInt(in);
    int bucket = 0;
    for (int i = 0; i < size; i++) {
      bucket += Varint.readInt(in);
      histogram.insert(i, bucket, Varint.read(in));
    }
    return histogram;
  }

  static int bucketOf(long wait) {
    long units = wait / 1_000_000 * 128 + wait % 1_000_000 * 128 / 1_000_000;
    int exponent = Math.max(0, 64 - Long.numberOfLeadingZeros(units) - LINEAR_BITS);
    return (exponent << (LINEAR_BITS - 1)) + (int) (units >>> exponent);
  }

  static long lowerBound(int bucket) {
    int exponent = Math.max(0, (bucket >> (LINEAR_BITS - 1)) - 1);
    long units = (long) (bucket - exponent * HALF) << exponent;
    return units / 128 * 1_000_000 + (units % 128 * 1_000_000 + 127) / 128;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WaitHistogram that
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
