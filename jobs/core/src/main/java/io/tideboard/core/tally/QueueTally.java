// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is counted of one queue and channel in one period: a vector of sums, and the waits. Tallies
 * add up associatively and commutatively, and what was added can be taken back, so a period does
 * not depend on the order in which its events became known.
 *
 * <p>Live state, and so mutable; what is published of it is {@link PeriodCounts}.
 */
public final class QueueTally implements Counted {

  private static final int MEASURES = Measure.values().length;

  private final long[] sums;
  private final WaitHistogram waits;

  public QueueTally() {
    this(new long[MEASURES], new WaitHistogram());
  }

  private QueueTally(long[] sums, WaitHistogram waits) {
    this.sums = sums;
    this.waits = waits;
  }

  /** The two tallies together, as a new one. */
  public QueueTally plus(QueueTally other) {
    QueueTally sum = copy();
    sum.add(other, 1);
    return sum;
  }

  /** An independent copy. */
  public QueueTally copy() {
    QueueTally copy = new QueueTally();
    copy.add(this, 1);
    return copy;
  }

  /** Adds {@code other}; with {@code times} −1 takes it back. */
  public void add(QueueTally other, long times) {
    for (int i = 0; i < MEASURES; i++) {
      sums[i] += times * other.sums[i];
    }
    waits.addAll(other.waits, times);
  }

  /** Adds to one measure. */
  public void add(Measure measure, long amount) {
    sums[measure.ordinal()] += amount;
  }

  /**
   * Counts the wait of a visit that ended, in microseconds; with {@code times} −1 takes it back.
   */
  public void addWait(long wait, long times) {
    waits.add(wait, times);
  }

  @Override
  public long get(Measure measure) {
    return sums[measure.ordinal()];
  }

  /** The waits of the visits that ended and whose begin is known. */
  public WaitHistogram waits() {
    return waits;
  }

  @Override
  public long wait(WaitShare share) {
    return waits.quantile(share.share());
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    for (long sum : sums) {
      if (sum != 0) {
        return false;
      }
    }
    return waits.isEmpty();
  }

  /** Writes the sums that are not 0, and the waits. */
  public void write(DataOutput out) throws IOException {
    long present = 0;
    for (int i = 0; i < MEASURES; i++) {
      present |= sums[i] == 0 ? 0 : 1L << i;
    }
    Varint.write(out, present);
    for (int i = 0; i < MEASURES; i++) {
      if (sums[i] != 0) {
        Varint.write(out, sums[i]);
      }
    }
    waits.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static QueueTally read(DataInput in) throws IOException {
    long present = Varint.read(in);
    long[] sums = new long[MEASURES];
    for (int i = 0; i < MEASURES; i++) {
      if ((present & 1L << i) != 0) {
        sums[i] = Varint.read(in);
      }
    }
    return new QueueTally(sums, WaitHistogram.read(in));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QueueTally that
        && Arrays.equals(sums, that.sums)
        && waits.equals(that.waits);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sums) + waits.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (Measure measure : Measure.values()) {
      if (get(measure) != 0) {
        text.append(measure.wire()).append('=').append(get(measure)).append(' ');
      }
    }
    return text.append('}').toString();
  }
}
