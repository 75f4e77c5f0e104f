// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.estimate.PastWaits.Sum;
import io.tideboard.core.estimate.PastWaits.Waited;
import io.tideboard.core.estimate.QueueState.Agents;
import io.tideboard.core.estimate.QueueState.Line;
import io.tideboard.core.estimate.QueueState.Past;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever the past was. */
class EstimatedWaitPropertiesTest {

  private static final long YEAR = Queues.seconds(366 * 86_400L);

  @Property
  void estimateIsNeverNegativeAndNeverInfinite(
      @ForAll("pasts") Past past,
      @ForAll @IntRange(min = 0) int waiting,
      @ForAll @LongRange(min = 0, max = 40_000_000_000_000L) long longest,
      @ForAll @IntRange(min = -1, max = 500) int capacity) {
    Line line = new Line(waiting, longest, waiting % 7);
    Agents agents = capacity < 0 ? null : new Agents(capacity, capacity / 9);
    OptionalLong estimate = EstimatedWait.of(new QueueState(line, agents, past));
    if (estimate.isPresent()) {
      assertThat(estimate.getAsLong()).isBetween(0L, EstimatedWait.LONGEST);
    }
  }

  @Property
  void oneMoreInTheLineNeverShortensTheWait(
      @ForAll("pasts") Past past, @ForAll @IntRange(min = 0, max = 100_000) int waiting) {
    OptionalLong one = estimate(past, waiting, null);
    OptionalLong more = estimate(past, waiting + 1, null);
    if (one.isPresent() && more.isPresent()) {
      assertThat(more.getAsLong()).isGreaterThanOrEqualTo(one.getAsLong());
    }
  }

  @Property
  void oneMoreAgentNeverLengthensTheWait(
      @ForAll("pasts") Past past,
      @ForAll @IntRange(min = 0, max = 1000) int waiting,
      @ForAll @IntRange(min = 1, max = 500) int capacity) {
    OptionalLong few = estimate(past, waiting, new Agents(capacity, 0));
    OptionalLong more = estimate(past, waiting, new Agents(capacity + 1, 0));
    OptionalLong free = estimate(past, waiting, new Agents(capacity + 1, 1));
    if (few.isPresent() && more.isPresent() && free.isPresent()) {
      assertThat(more.getAsLong()).isLessThanOrEqualTo(few.getAsLong());
      assertThat(free.getAsLong()).isLessThanOrEqualTo(more.getAsLong());
    }
  }

  private static OptionalLong estimate(Past past, int waiting, Agents agents) {
    return EstimatedWait.of(new QueueState(new Line(waiting, 0, 3), agents, past));
  }

  @Provide
  Arbitrary<Past> pasts() {
    return Combinators.combine(sums(), sums(), sums())
        .as(
            (lately, before, earlier) -> {
              PastWaits recently = plus(lately, before);
              return new Past(lately, recently, plus(recently, earlier));
            });
  }

  /** Any visits: some at once, some after a while, some in vain. */
  private static Arbitrary<PastWaits> sums() {
    Arbitrary<Long> counts = Arbitraries.longs().between(0, 100_000);
    Arbitrary<Long> means = Arbitraries.longs().between(1, YEAR / 100_000);
    Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1);
    return Combinators.combine(counts, counts, means, means, shares)
        .as(
            (atOnce, waited, wait, handle, inVain) -> {
              long unserved = Math.round(waited * inVain);
              return new PastWaits(
                  atOnce + waited,
                  new Waited(waited, unserved, waited * wait),
                  new Sum(atOnce, atOnce * (wait % PastWaits.MOMENT)),
                  new Sum(atOnce + waited - unserved, (atOnce + waited - unserved) * handle));
            });
  }

  private static PastWaits plus(PastWaits a, PastWaits b) {
    return new PastWaits(
        a.ended() + b.ended(),
        new Waited(
            a.waited().visits() + b.waited().visits(),
            a.waited().unserved() + b.waited().unserved(),
            a.waited().micros() + b.waited().micros()),
        plus(a.atOnce(), b.atOnce()),
        plus(a.handled(), b.handled()));
  }

  private static Sum plus(Sum a, Sum b) {
    return new Sum(a.count() + b.count(), a.micros() + b.micros());
  }
}
