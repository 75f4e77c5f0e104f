// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.Sample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the oracle counted of a queue and channel in a period; every duration kept as it is. */
public final class NaiveTally {

  private final Map<Measure, Long> counts = new EnumMap<>(Measure.class);
  private final Map<Sample, List<Long>> samples = new EnumMap<>(Sample.class);

  void count(Measure measure) {
    add(measure, 1);
  }

  void add(Measure measure, long amount) {
    counts.merge(measure, amount, Long::sum);
  }

  void add(Sample sample, long micros) {
    samples.computeIfAbsent(sample, unused -> new ArrayList<>()).add(micros);
  }

  /** One measure; {@link Measure#OPEN} is not counted here. */
  public long get(Measure measure) {
    return counts.getOrDefault(measure, 0L);
  }

  /** The durations of one kind, in microseconds, sorted. */
  public List<Long> sample(Sample sample) {
    return samples.getOrDefault(sample, List.of()).stream().sorted().toList();
  }

  /** The waits of the visits that ended and whose begin is known, in microseconds, sorted. */
  public List<Long> waits() {
    return Sample.WAITS.stream().flatMap(wait -> sample(wait).stream()).sorted().toList();
  }

  @Override
  public String toString() {
    return counts + " " + samples;
  }
}
