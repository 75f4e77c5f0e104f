// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LifetimeTallyTest {

  private static final long SECOND = 1_000_000;

  private LifetimeTally lifetime = new LifetimeTally();

  @Test
  void countsAtABoundAreExact() {
    waited(20 * SECOND, 25);
    waited(20 * SECOND + 1, 25);
    assertThat(waits().countUpTo(20 * SECOND)).isEqualTo(1);
    assertThat(waits().countUpTo(30 * SECOND)).isEqualTo(2);
    assertThat(waits().sum()).isEqualTo(40 * SECOND + 1);
  }

  @Test
  void countsAtAThresholdBetweenBoundsAreExact() {
    waited(3 * SECOND, 25);
    waited(25 * SECOND, 25);
    waited(25 * SECOND + 1, 25);
    assertThat(waits().countUpTo(25 * SECOND)).isEqualTo(2);
    assertThat(waits().count()).isEqualTo(3);
  }

  @Test
  void theLongestAreInNoBoundButCounted() {
    waited(40L * 86_400 * SECOND, 20);
    assertThat(waits().countUpTo(14L * 86_400 * SECOND)).isZero();
    assertThat(waits().count()).isEqualTo(1);
  }

  @Test
  void aCorrectedWaitIsCountedAnewAndNothingFalls() throws IOException {
    waited(4 * SECOND, 20);
    lifetime.time(Timing.ANSWER_WAIT, 4 * SECOND, 20 * SECOND, -1);
    waited(50 * SECOND, 20);
    restart();
    assertThat(waits().countUpTo(5 * SECOND)).as("stands where it stood").isEqualTo(1);
    assertThat(waits().countUpTo(60 * SECOND)).isEqualTo(2);
    waited(3 * SECOND, 20);
    assertThat(waits().countUpTo(5 * SECOND)).as("until as many have come").isEqualTo(1);
    waited(3 * SECOND, 20);
    assertThat(waits().countUpTo(5 * SECOND)).isEqualTo(2);
  }

  @Test
  void aCounterStandsAtTheGreatestThatWasPublishedAlsoAfterARestart() throws IOException {
    QueueTally total = new QueueTally();
    total.add(Measure.ABANDONED, 2);
    assertThat(lifetime.counts(total, 3).get(Measure.ABANDONED)).isEqualTo(2);
    total.add(Measure.ABANDONED, -1);
    restart();
    LifetimeCounts after = lifetime.counts(total, 1);
    assertThat(after.get(Measure.ABANDONED)).isEqualTo(2);
    assertThat(after.breaches()).isEqualTo(3);
  }

  private void waited(long wait, int limitSeconds) {
    lifetime.time(Timing.ANSWER_WAIT, wait, limitSeconds * SECOND, 1);
  }

  private TimingCounts waits() {
    return lifetime.counts(new QueueTally(), 0).timing(Timing.ANSWER_WAIT);
  }

  private void restart() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    lifetime.write(new DataOutputStream(bytes));
    lifetime = new LifetimeTally();
    lifetime.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
