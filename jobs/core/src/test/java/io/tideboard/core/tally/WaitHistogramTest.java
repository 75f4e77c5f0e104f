// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class WaitHistogramTest {

  private static final long SECOND = 1_000_000;
  private static final long WEEK = 7 * 86_400 * SECOND;

  @Property
  void bucketIsAtMostAThousandthOrEightMillisecondsBelowItsWaits(
      @ForAll @LongRange(max = WEEK) long wait) {
    long told = WaitHistogram.lowerBound(WaitHistogram.bucketOf(wait));
    assertThat(told).isBetween(wait - Math.max(wait / 1_000, 7_813), wait);
  }

  @Property
  void lowerBoundOfABucketFallsIntoTheBucket(@ForAll @LongRange(max = WEEK) long wait) {
    int bucket = WaitHistogram.bucketOf(wait);
    assertThat(WaitHistogram.bucketOf(WaitHistogram.lowerBound(bucket))).isEqualTo(bucket);
  }

  @Property
  void longerWaitsAreNeverInAnEarlierBucket(
      @ForAll @LongRange(max = WEEK) long a, @ForAll @LongRange(max = WEEK) long b) {
    assertThat(WaitHistogram.bucketOf(Math.max(a, b)))
        .isGreaterThanOrEqualTo(WaitHistogram.bucketOf(Math.min(a, b)));
  }

  @Example
  void wholeSecondsAreToldExactlyUpToThirtyFourMinutes() {
    for (long seconds = 0; seconds <= 34 * 60; seconds++) {
      WaitHistogram histogram = new WaitHistogram();
      histogram.add(seconds * SECOND, 1);
      assertThat(histogram.longest()).isEqualTo(seconds * SECOND);
    }
  }

  @Property(tries = 300)
  void quantileIsThatOfTheSortedWaitsWithinTheErrorOfABucket(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(max = WEEK) Long> waits,
      @ForAll @LongRange(max = 100) long percent) {
    double share = percent / 100.0;
    List<Long> sorted = waits.stream().sorted().toList();
    int rank = Math.max(1, (int) Math.ceil(share * sorted.size()));
    long exact = sorted.get(rank - 1);
    assertThat(of(waits).quantile(share))
        .isEqualTo(WaitHistogram.lowerBound(WaitHistogram.bucketOf(exact)));
  }

  @Example
  void withoutWaitsThereIsNoQuantile() {
    WaitHistogram none = new WaitHistogram();
    assertThat(none.quantile(0.5)).isEqualTo(-1);
    assertThat(none.longest()).isEqualTo(-1);
    assertThat(none.count()).isZero();
    assertThat(none.isEmpty()).isTrue();
  }

  @Property(tries = 200)
  void whatIsTakenBackLeavesNoTrace(
      @ForAll @Size(max = 40) List<@LongRange(max = WEEK) Long> some,
      @ForAll @Size(max = 40) List<@LongRange(max = WEEK) Long> others) {
    WaitHistogram histogram = of(some);
    histogram.addAll(of(others), 1);
    histogram.addAll(of(some), -1);
    assertThat(histogram).isEqualTo(of(others));
    assertThat(histogram).hasSameHashCodeAs(of(others));
    assertThat(histogram.count()).isEqualTo(others.size());
  }

  @Property(tries = 200)
  void orderDoesNotMatter(@ForAll @Size(max = 40) List<@LongRange(max = WEEK) Long> waits) {
    List<Long> backwards = new ArrayList<>(waits);
    Collections.reverse(backwards);
    assertThat(of(waits)).isEqualTo(of(backwards));
  }

  @Property(tries = 200)
  void everyWaitIsReadBack(@ForAll @Size(max = 40) List<@LongRange(max = WEEK) Long> waits)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    of(waits).write(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(WaitHistogram.read(in)).isEqualTo(of(waits));
    assertThat(in.available()).isZero();
  }

  private static WaitHistogram of(List<Long> waits) {
    WaitHistogram histogram = new WaitHistogram();
    waits.forEach(wait -> histogram.add(wait, 1));
    return histogram;
  }
}
