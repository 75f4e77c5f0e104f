// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import static io.tideboard.core.tally.ServiceLevelFormula.EXCLUDE_SHORT_ABANDONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class KpiTest {

  @Test
  void whereThereIsNoDataTimesAndSharesAreNullAndCountsAreZero() {
    for (Kpi kpi : Kpi.values()) {
      Double value = kpi.of(new QueueTally(), EXCLUDE_SHORT_ABANDONS);
      if (kpi.unit() == Kpi.Unit.COUNT) {
        assertThat(value).as(kpi.wire()).isEqualTo(0);
      } else {
        assertThat(value).as(kpi.wire()).isNull();
      }
    }
  }

  @Test
  void averageSpeedOfAnswerLeavesUnknownWaitsOut() {
    QueueTally tally = tally();
    tally.add(Measure.ANSWERED, 3);
    tally.add(Measure.ANSWERED_UNKNOWN_WAIT, 1);
    tally.add(Measure.ANSWER_WAIT_MICROS, 30_000_000);
    assertThat(Kpi.ASA.of(tally, EXCLUDE_SHORT_ABANDONS)).isEqualTo(15.0);
  }

  @Test
  void abandonRateLeavesShortAbandonsOutAndTheRawOneDoesNot() {
    QueueTally tally = tally();
    tally.add(Measure.OFFERED, 20);
    tally.add(Measure.ANSWERED, 12);
    tally.add(Measure.ABANDONED, 8);
    tally.add(Measure.SHORT_ABANDONED, 5);
    assertThat(Kpi.ABANDON_RATE.of(tally, EXCLUDE_SHORT_ABANDONS)).isEqualTo(3 / 15.0);
    assertThat(Kpi.RAW_ABANDON_RATE.of(tally, EXCLUDE_SHORT_ABANDONS)).isEqualTo(8 / 20.0);
  }

  @Test
  void handleTimeIsAMeanOverCompletedLegs() {
    QueueTally tally = tally();
    tally.add(Measure.HANDLED, 4);
    tally.add(Measure.HANDLE_MICROS, 600_000_000);
    assertThat(Kpi.AHT.of(tally, EXCLUDE_SHORT_ABANDONS)).isEqualTo(150.0);
    assertThat(Kpi.HOLD.of(tally, EXCLUDE_SHORT_ABANDONS)).isEqualTo(0.0);
  }

  @Test
  void talkOfACallThatGoesOnIntoTheNextIntervalIsShownThoughNoLegIsComplete() {
    QueueTally tally = tally();
    tally.add(Measure.TALK_MICROS, 90_000_000);
    assertThat(Kpi.TALK.of(tally, EXCLUDE_SHORT_ABANDONS)).isEqualTo(90.0);
    assertThat(Kpi.AHT.of(tally, EXCLUDE_SHORT_ABANDONS)).isNull();
  }

  @Test
  void waitsAreToldInSeconds() {
    QueueTally tally = tally();
    for (int seconds = 1; seconds <= 10; seconds++) {
      tally.add(Sample.ANSWER_WAIT, seconds * 1_000_000L, 1);
    }
    assertThat(Kpi.WAIT_P50.of(tally, EXCLUDE_SHORT_ABANDONS)).isEqualTo(5.0);
    assertThat(Kpi.WAIT_P90.of(tally, EXCLUDE_SHORT_ABANDONS)).isEqualTo(9.0);
    assertThat(Kpi.WAIT_MAX.of(tally, EXCLUDE_SHORT_ABANDONS)).isEqualTo(10.0);
  }

  @Test
  void publishedCountsReadLikeTheTallyBehindThem() {
    QueueTally tally = tally();
    tally.add(Measure.OFFERED, 5);
    tally.add(Measure.ANSWERED, 4);
    tally.add(Sample.ANSWER_WAIT, 7_000_000, 4);
    PeriodCounts published = PeriodCounts.of(tally);
    for (Kpi kpi : Kpi.values()) {
      assertThat(kpi.of(published, EXCLUDE_SHORT_ABANDONS))
          .as(kpi.wire())
          .isEqualTo(kpi.of(tally, EXCLUDE_SHORT_ABANDONS));
    }
    assertThat(published).isEqualTo(PeriodCounts.of(tally));
    assertThat(published).hasSameHashCodeAs(PeriodCounts.of(tally));
    assertThat(published).isNotEqualTo(PeriodCounts.of(new QueueTally()));
  }

  @Test
  void everyIndicatorHasANameOfItsOwnAndADefinition() {
    assertThat(Arrays.stream(Kpi.values()).map(Kpi::wire)).doesNotHaveDuplicates();
    assertThat(EnumSet.allOf(Kpi.class))
        .allSatisfy(kpi -> assertThat(kpi.definition()).isNotBlank());
  }

  @Test
  void measuresAreSpeltInCamelCase() {
    assertThat(Measure.ANSWERED_WITHIN_THRESHOLD.wire()).isEqualTo("answeredWithinThreshold");
    assertThat(Measure.OFFERED.wire()).isEqualTo("offered");
  }

  private static QueueTally tally() {
    return new QueueTally();
  }
}
