// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.lifecycle.FollowUp;
import io.tideboard.core.lifecycle.Outcome;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.lifecycle.Score;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.Sample;
import io.tideboard.events.FeedbackKind;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each visit and score adds: a threshold of 20 s, short abandons up to 5 s. */
class BookkeepingTest {

  private static final long SECOND = 1_000_000;
  private static final OwnPromise.Within LIMITS = new OwnPromise.Within(20 * SECOND, 5 * SECOND);

  private final Map<Measure, Long> counts = new EnumMap<>(Measure.class);
  private final Map<Sample, Long> samples = new EnumMap<>(Sample.class);
  private final Booking tally =
      new Booking() {
        @Override
        public void add(Measure measure, long amount) {
          counts.merge(measure, amount, Long::sum);
        }

        @Override
        public void add(Sample sample, long duration, int times) {
          samples.merge(sample, (long) times, Long::sum);
        }
      };

  @Test
  void visitThatWasListedOrFoundIsARepairToo() {
    Bookkeeping.begun(
        new QueueVisit(
            "sales", "voice", 0, true, QueueVisit.OPEN, Outcome.WAITING, true, true, true),
        tally,
        1);
    assertThat(counts)
        .isEqualTo(
            Map.of(
                Measure.OFFERED, 1L,
                Measure.TRANSFERRED_IN, 1L,
                Measure.OPENED_BY_SNAPSHOT, 1L,
                Measure.FOUND_AGAIN, 1L));
  }

  @Test
  void callbackWithinTheThresholdIsNoAbandon() {
    ended(Outcome.CALLBACK, true, 0, 20);
    assertThat(counts)
        .containsEntry(Measure.CALLBACKS, 1L)
        .containsEntry(Measure.CALLBACKS_WITHIN_THRESHOLD, 1L)
        .doesNotContainKey(Measure.ABANDONED);
    assertThat(samples).containsOnlyKeys(Sample.CALLBACK_WAIT);
  }

  @Test
  void lostVisitIsInNoWait() {
    ended(Outcome.LOST_TO_RESTART, true, 0, 60);
    assertThat(counts).isEqualTo(Map.of(Measure.LOST, 1L, Measure.LOST_TO_RESTART, 1L));
    assertThat(samples).isEmpty();
  }

  @Test
  void flowOutIsInTheWaitsAndInNoServiceLevelOfItsOwn() {
    ended(Outcome.FLOWED_OUT, true, 0, 3);
    assertThat(counts).containsOnlyKeys(Measure.FLOWED_OUT);
    assertThat(samples).containsOnlyKeys(Sample.OTHER_WAIT);
  }

  @Test
  void abandonWithoutABeginIsCountedWithoutAWait() {
    ended(Outcome.ABANDONED, false, 3, 3);
    assertThat(counts)
        .isEqualTo(
            Map.of(
                Measure.ABANDONED, 1L,
                Measure.UNKNOWN_WAIT, 1L,
                Measure.ABANDONED_UNKNOWN_WAIT, 1L));
  }

  @Test
  void endBeforeTheBeginIsAWaitOfZeroAndCountedAsSkew() {
    ended(Outcome.ANSWERED, true, 10, 4);
    assertThat(counts)
        .containsEntry(Measure.CLOCK_SKEW, 1L)
        .containsEntry(Measure.ANSWER_WAIT_MICROS, 0L)
        .containsEntry(Measure.ANSWERED_WITHIN_THRESHOLD, 1L);
  }

  @Test
  void scoresAreCountedByTheirKind() {
    scored(FeedbackKind.CSAT, 4_000);
    scored(FeedbackKind.CSAT, 3_000);
    scored(FeedbackKind.NPS, 9_000);
    scored(FeedbackKind.NPS, 8_000);
    scored(FeedbackKind.NPS, 6_000);
    scored(FeedbackKind.CES, 5_500);
    assertThat(counts)
        .isEqualTo(
            Map.of(
                Measure.CSAT_SCORES, 2L,
                Measure.CSAT_SATISFIED, 1L,
                Measure.NPS_SCORES, 3L,
                Measure.NPS_PROMOTERS, 1L,
                Measure.NPS_DETRACTORS, 1L,
                Measure.CES_SCORES, 1L,
                Measure.CES_THOUSANDTHS, 5_500L));
  }

  @Test
  void whoCameAgainWasNotHelpedAtFirst() {
    Bookkeeping.followedUp(new FollowUp("sales", "voice", 0, 60, false), tally, 1);
    Bookkeeping.followedUp(new FollowUp("sales", "voice", 0, 60, true), tally, 1);
    assertThat(counts)
        .isEqualTo(Map.of(Measure.CUSTOMERS_RESOLVED, 2L, Measure.CUSTOMERS_CAME_AGAIN, 1L));
  }

  private void ended(Outcome outcome, boolean beginKnown, long begin, long end) {
    QueueVisit visit =
        new QueueVisit(
            "sales",
            "voice",
            begin * SECOND,
            beginKnown,
            end * SECOND,
            outcome,
            false,
            false,
            false);
    Bookkeeping.ended(visit, LIMITS, tally, 1);
    counts.values().removeIf(count -> count == 0 && outcome != Outcome.ANSWERED);
  }

  private void scored(FeedbackKind kind, int thousandths) {
    Bookkeeping.scored(new Score("sales", "voice", 0, 60, kind, thousandths), tally, 1);
    counts.values().removeIf(count -> count == 0);
  }
}
