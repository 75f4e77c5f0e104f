// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one queue and channel in one period: a vector of sums, and the distributions
 * of durations. Tallies add up associatively and commutatively, and what was added can be taken
 * back, so a period does not depend on the order in which its events became known.
 *
 * <p>Live state, and so mutable; what is published of it is {@link PeriodCounts}.
 */
public final class QueueTally implements Counted {

  private static final Sample[] SAMPLES = Sample.values();

  private final Sums sums = new Sums();
  private final @Nullable DurationHistogram[] samples = new DurationHistogram[SAMPLES.length];

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
    sums.addAll(other.sums, times);
    for (int i = 0; i < SAMPLES.length; i++) {
      DurationHistogram others = other.samples[i];
      if (others != null) {
        of(i).addAll(others, times);
        dropEmpty(i);
      }
    }
  }

  /** Adds to one measure. */
  public void add(Measure measure, long amount) {
    sums.add(measure, amount);
  }

  /** Counts a duration, in microseconds; with {@code times} −1 takes it back. */
  public void add(Sample sample, long duration, long times) {
    of(sample.ordinal()).add(duration, times);
    dropEmpty(sample.ordinal());
  }

  private DurationHistogram of(int sample) {
    DurationHistogram histogram = samples[sample];
    if (histogram == null) {
      histogram = new DurationHistogram();
      samples[sample] = histogram;
    }
    return histogram;
  }

  private void dropEmpty(int sample) {
    DurationHistogram histogram = samples[sample];
    if (histogram != null && histogram.isEmpty()) {
      samples[sample] = null;
    }
  }

  @Override
  public long get(Measure measure) {
    return sums.get(measure);
  }

  /** A distribution as it stands now, empty where nothing was counted. Not to be changed. */
  public DurationHistogram sample(Sample sample) {
    DurationHistogram histogram = samples[sample.ordinal()];
    return histogram == null ? new DurationHistogram() : histogram;
  }

  /** Several distributions as one. */
  public DurationHistogram together(Set<Sample> several) {
    DurationHistogram sum = new DurationHistogram();
    for (Sample sample : several) {
      DurationHistogram histogram = samples[sample.ordinal()];
      if (histogram != null) {
        sum.addAll(histogram, 1);
      }
    }
    return sum;
  }

  @Override
  public long quantile(Quantile which) {
    DurationHistogram[] several = new DurationHistogram[which.samples().size()];
    int found = 0;
    for (Sample sample : which.samples()) {
      DurationHistogram histogram = samples[sample.ordinal()];
      if (histogram != null) {
        several[found++] = histogram;
      }
    }
    return DurationHistogram.quantile(which.share(), Arrays.copyOf(several, found));
  }

  /**
   * The same counts, with what depends on the promise counted by these limits: changing a threshold
   * changes the past too, exactly where both limits are bounds of {@link DurationHistogram}.
   *
   * @param threshold in microseconds
   * @param shortAbandon in microseconds
   */
  public Counted judgedBy(long threshold, long shortAbandon) {
    return new Judged(this, threshold, shortAbandon);
  }

  private record Judged(QueueTally tally, long threshold, long shortAbandon) implements Counted {
    @Override
    public long get(Measure measure) {
      return switch (measure) {
        case ANSWERED_WITHIN_THRESHOLD -> upTo(Sample.ANSWER_WAIT, threshold);
        case ABANDONED_WITHIN_THRESHOLD -> upTo(Sample.ABANDON_WAIT, threshold);
        case CALLBACKS_WITHIN_THRESHOLD -> upTo(Sample.CALLBACK_WAIT, threshold);
        case SHORT_ABANDONED -> upTo(Sample.ABANDON_WAIT, shortAbandon);
        default -> tally.get(measure);
      };
    }

    private long upTo(Sample sample, long limit) {
      DurationHistogram histogram = tally.samples[sample.ordinal()];
      return histogram == null ? 0 : histogram.countUpTo(limit);
    }

    @Override
    public long quantile(Quantile which) {
      return tally.quantile(which);
    }
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    if (!sums.isEmpty()) {
      return false;
    }
    for (DurationHistogram histogram : samples) {
      if (histogram != null) {
        return false;
      }
    }
    return true;
  }

  /** Writes the sums that are not 0, and the distributions. */
  public void write(DataOutput out) throws IOException {
    sums.write(out);
    int kept = 0;
    for (int i = 0; i < SAMPLES.length; i++) {
      kept |= samples[i] == null ? 0 : 1 << i;
    }
    Varint.write(out, kept);
    for (DurationHistogram histogram : samples) {
      if (histogram != null) {
        histogram.write(out);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static QueueTally read(DataInput in) throws IOException {
    QueueTally tally = new QueueTally();
    tally.sums.read(in);
    int kept = Varint.readInt(in);
    for (int i = 0; i < SAMPLES.length; i++) {
      if ((kept & 1 << i) != 0) {
        tally.samples[i] = DurationHistogram.read(in);
      }
    }
    return tally;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QueueTally that
        && sums.equals(that.sums)
        && Arrays.equals(samples, that.samples);
  }

  @Override
  public int hashCode() {
    return 31 * sums.hashCode() + Arrays.hashCode(samples);
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
