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

class DurationHistogramTest {

  private static final long SECOND = 1_000_000;
  private static final long WEEK = 7 * 86_400 * SECOND;

  @Property
  void boundIsAtMostAThousandthOrEightMillisecondsAboveItsDurations(
      @ForAll @LongRange(max = WEEK) long wait) {
    long told = DurationHistogram.upperBound(DurationHistogram.bucketOf(wait));
    assertThat(told).isBetween(wait, wait + Math.max(wait / 1_000, 7_813));
  }

  @Property
  void boundOfABucketFallsIntoTheBucket(@ForAll @LongRange(max = WEEK) long wait) {
    int bucket = DurationHistogram.bucketOf(wait);
    assertThat(DurationHistogram.bucketOf(DurationHistogram.upperBound(bucket))).isEqualTo(bucket);
  }

  @Property
  void longerWaitsAreNeverInAnEarlierBucket(
      @ForAll @LongRange(max = WEEK) long a, @ForAll @LongRange(max = WEEK) long b) {
    assertThat(DurationHistogram.bucketOf(Math.max(a, b)))
        .isGreaterThanOrEqualTo(DurationHistogram.bucketOf(Math.min(a, b)));
  }

  @Example
  void wholeSecondsAreToldExactlyUpToThirtyFourMinutes() {
    for (long seconds = 0; seconds <= 34 * 60; seconds++) {
      DurationHistogram histogram = new DurationHistogram();
      histogram.add(seconds * SECOND, 1);
      assertThat(histogram.longest()).isEqualTo(seconds * SECOND);
    }
  }

  @Property(tries = 300)
  void countUpToAWholeSecondIsExact(
      @ForAll @Size(max = 60) List<@LongRange(max = 2_000_000_000) Long> waits,
      @ForAll @LongRange(max = 2_000) long seconds) {
    long limit = seconds * SECOND;
    List<Long> some = new ArrayList<>(waits);
    some.addAll(List.of(limit, limit + 1, Math.max(0, limit - 1)));
    assertThat(of(some).countUpTo(limit))
        .isEqualTo(some.stream().filter(wait -> wait <= limit).count());
  }

  @Example
  void usualPromisesOfHoursAreBoundsToo() {
    for (int minutes : new int[] {35, 45, 60, 90, 120, 240, 480, 1440, 2880}) {
      long limit = minutes * 60 * SECOND;
      assertThat(of(List.of(limit, limit + 1)).countUpTo(limit)).as("%s min", minutes).isOne();
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
        .isEqualTo(DurationHistogram.upperBound(DurationHistogram.bucketOf(exact)));
  }

  @Example
  void withoutWaitsThereIsNoQuantile() {
    DurationHistogram none = new DurationHistogram();
    assertThat(none.quantile(0.5)).isEqualTo(-1);
    assertThat(none.longest()).isEqualTo(-1);
    assertThat(none.count()).isZero();
    assertThat(none.isEmpty()).isTrue();
  }

  @Property(tries = 200)
  void whatIsTakenBackLeavesNoTrace(
      @ForAll @Size(max = 40) List<@LongRange(max = WEEK) Long> some,
      @ForAll @Size(max = 40) List<@LongRange(max = WEEK) Long> others) {
    DurationHistogram histogram = of(some);
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
    assertThat(DurationHistogram.read(in)).isEqualTo(of(waits));
    assertThat(in.available()).isZero();
  }

  private static DurationHistogram of(List<Long> waits) {
    DurationHistogram histogram = new DurationHistogram();
    waits.forEach(wait -> histogram.add(wait, 1));
    return histogram;
  }
}
