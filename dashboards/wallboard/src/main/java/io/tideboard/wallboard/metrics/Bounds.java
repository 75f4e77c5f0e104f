// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * The bounds of a histogram, and the labels of its lines, as they stand on the page: made once, as
 * most queues have the same.
 */
final class Bounds {

  private static final long SECOND = 1_000_000;
  private static final long[] SPOKEN = {5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1_800};
  private static final long[] WRITTEN = {
    60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 172_800, 259_200, 604_800
  };

  /** Thresholds are configured, and so few. */
  private static final Map<Of, Bounds> KNOWN = new ConcurrentHashMap<>();

  private record Of(String outcome, boolean spoken, long threshold) {}

  private final long[] micros;
  private final byte[][] labels;
  private final byte[] endless;
  private final byte[] whole;

  private Bounds(Of of) {
    micros =
        LongStream.concat(
                Arrays.stream(of.spoken ? SPOKEN : WRITTEN).map(seconds -> seconds * SECOND),
                LongStream.of(of.threshold))
            .sorted()
            .distinct()
            .toArray();
    String outcome = of.outcome.isEmpty() ? "" : ",outcome=\"" + of.outcome + '"';
    labels =
        Arrays.stream(micros)
            .mapToObj(bound -> bucket(outcome, Double.toString((double) bound / SECOND)))
            .toArray(byte[][]::new);
    endless = bucket(outcome, "+Inf");
    whole = TextPage.ascii(outcome);
  }

  private static byte[] bucket(String outcome, String bound) {
    return TextPage.ascii(outcome + ",le=\"" + bound + '"');
  }

  /**
   * Of a histogram.
   *
   * @param outcome its label; empty for none
   * @param spoken whether its durations are those of a conversation rather than of letters
   * @param threshold in microseconds, a bound of its own
   */
  static Bounds of(String outcome, boolean spoken, long threshold) {
    return KNOWN.computeIfAbsent(new Of(outcome, spoken, threshold), Bounds::new);
  }

  int size() {
    return micros.length;
  }

  /** In microseconds. */
  long bound(int index) {
    return micros[index];
  }

  /** The labels of the bucket up to that bound. */
  byte[] label(int index) {
    return labels[index];
  }

  /** The labels of the bucket without a bound. */
  byte[] endless() {
    return endless;
  }

  /** The labels of sum and count. */
  byte[] whole() {
    return whole;
  }
}
