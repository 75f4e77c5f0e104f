// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.estimate;

import static io.tideboard.core.estimate.PastWaits.NONE;
import static io.tideboard.core.estimate.Queues.BUSY;
import static io.tideboard.core.estimate.Queues.EVER;
import static io.tideboard.core.estimate.Queues.HANDLED;
import static io.tideboard.core.estimate.Queues.after;
import static io.tideboard.core.estimate.Queues.estimate;
import static io.tideboard.core.estimate.Queues.firstWaits;
import static io.tideboard.core.estimate.Queues.seconds;
import static io.tideboard.core.estimate.Queues.withAgents;
import static io.tideboard.core.estimate.Queues.withWaiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideboard.core.estimate.PastWaits.Sum;
import io.tideboard.core.estimate.PastWaits.Waited;
import io.tideboard.core.estimate.QueueState.Line;
import io.tideboard.core.estimate.QueueState.Past;
import org.junit.jupiter.api.Test;

class EstimatedWaitTest {

  /** Everybody was answered at once so far. */
  private static final PastWaits AT_ONCE =
      new PastWaits(20, new Waited(0, 0, 0), new Sum(20, 0), HANDLED);

  @Test
  void whereMostAreServedAtOnceAndNobodyWaitsTheEstimateIsZero() {
    assertThat(estimate(withWaiting(0))).isZero();
  }

  @Test
  void whereSomebodyIsFreeTheEstimateIsZeroHoweverBusyTheHourWas() {
    assertThat(estimate(withAgents(0, 5, 1))).isZero();
  }

  @Test
  void enoughFreeAgentsForAllWhoWaitAndOneMoreServeAtOnce() {
    assertThat(estimate(withAgents(2, 5, 3))).isZero();
    assertThat(estimate(withAgents(3, 5, 3))).isPositive();
  }

  @Test
  void whereAllAgentsAreKnownToBeBusyTheNextContactWaitsOneTurn() {
    assertThat(estimate(withAgents(0, 5, 0))).isPositive();
    assertThat(estimate(withAgents(0, 5, 0))).isLessThan(estimate(withAgents(1, 5, 0)));
  }

  @Test
  void whereMostHadToWaitTheNextContactIsToldSoThoughNobodyWaits() {
    Waited nearlyAll = new Waited(39, 0, seconds(39 * 60));
    PastWaits hour = new PastWaits(40, nearlyAll, new Sum(1, 0), HANDLED);
    assertThat(estimate(after(new Past(NONE, hour, hour), 0))).isPositive();
  }

  @Test
  void theLongerTheLineTheLongerTheWait() {
    for (int waiting = 0; waiting < 200; waiting++) {
      assertThat(estimate(withWaiting(waiting + 1)))
          .as("with %d waiting", waiting + 1)
          .isGreaterThanOrEqualTo(estimate(withWaiting(waiting)));
    }
    assertThat(estimate(withWaiting(8))).isGreaterThan(estimate(withWaiting(4)) * 1.5);
  }

  @Test
  void aTurnTakesWhatTheWaitsOfOthersTell() {
    // 10 in 15 minutes and 60 s of waiting: a turn takes 1 / (10/900 + 1/60) = 36 s, and 40 s where
    // one in ten of those who waited gave up; the median of two turns is 1.68 turns.
    assertThat(estimate(withWaiting(1))).isCloseTo(1.68 * 39, within(4.0));
  }

  @Test
  void thoseWhoGiveUpShortenALongLine() {
    PastWaits patient = new PastWaits(40, new Waited(10, 0, seconds(600)), new Sum(30, 0), HANDLED);
    PastWaits hasty = new PastWaits(40, new Waited(10, 5, seconds(600)), new Sum(30, 0), HANDLED);
    assertThat(estimate(after(new Past(NONE, hasty, hasty), 30)))
        .isLessThan(estimate(after(new Past(NONE, patient, patient), 30)));
  }

  @Test
  void theMoreAgentsTheShorterTheWait() {
    for (int agents = 5; agents < 60; agents++) {
      assertThat(estimate(withAgents(4, agents + 1, 0)))
          .as("with %d agents", agents + 1)
          .isLessThanOrEqualTo(estimate(withAgents(4, agents, 0)));
    }
    assertThat(estimate(withAgents(4, 5, 0))).isGreaterThan(estimate(withAgents(4, 60, 0)));
  }

  @Test
  void agentsWhoServeOtherQueuesTooAddNoMoreThanTheLineHasShown() {
    assertThat(estimate(withAgents(4, 1000, 0))).isEqualTo(estimate(withWaiting(4)));
  }

  @Test
  void whereNobodyWasEverAnsweredNobodyKnows() {
    Waited inVain = new Waited(3, 3, seconds(100));
    PastWaits unserved = new PastWaits(3, inVain, new Sum(0, 0), new Sum(0, 0));
    assertThat(estimate(after(new Past(NONE, NONE, NONE), 0))).isNull();
    assertThat(estimate(after(new Past(unserved, unserved, unserved), 2))).isNull();
  }

  @Test
  void whereNobodyIsSignedInNobodyKnows() {
    assertThat(estimate(new QueueState(new Line(0, 0, 0), new QueueState.Agents(0, 0), BUSY)))
        .isNull();
  }

  @Test
  void mailIsAnsweredTheNextMorningThoughNobodyIsSignedInAtNight() {
    Waited letters = new Waited(500, 0, seconds(500 * 20 * 3600));
    PastWaits ever = new PastWaits(500, letters, new Sum(0, 0), HANDLED);
    Line line = new Line(7, seconds(60), 0);
    QueueState night =
        new QueueState(line, new QueueState.Agents(0, 0), new Past(NONE, NONE, ever));
    assertThat(estimate(night)).isEqualTo(20 * 3600);
  }

  @Test
  void whoFindsAllAgentsBusyInAQueueWithoutAnyKnownLegIsToldNothing() {
    PastWaits unseen = new PastWaits(20, new Waited(0, 0, 0), new Sum(20, 0), new Sum(0, 0));
    Past past = new Past(unseen, unseen, unseen);
    assertThat(estimate(new QueueState(new Line(0, 0, 3), new QueueState.Agents(3, 0), past)))
        .isNull();
  }

  @Test
  void whoeverStillServesAfterSigningOutServes() {
    assertThat(estimate(withAgents(2, 0, 0))).isPositive();
  }

  @Test
  void ringingIsPartOfEveryWait() {
    PastWaits ringing =
        new PastWaits(20, new Waited(0, 0, 0), new Sum(20, seconds(20 * 3)), HANDLED);
    assertThat(estimate(after(new Past(NONE, ringing, ringing), 0))).isEqualTo(3);
  }

  @Test
  void whereNobodyEverWaitedTheLineMovesAsFastAsThoseWhoServe() {
    // 5 in progress, 5 minutes each: a turn a minute, and the median of two is 1.68.
    assertThat(estimate(after(new Past(AT_ONCE, AT_ONCE, AT_ONCE), 1))).isEqualTo(101);
  }

  @Test
  void whereNobodyEverWaitedAndNobodyWasSeenToServeTheFirstWhoWaitsIsToldNothing() {
    PastWaits unseen = new PastWaits(20, new Waited(0, 0, 0), new Sum(20, 0), new Sum(0, 0));
    assertThat(estimate(after(new Past(unseen, unseen, unseen), 1))).isNull();
    assertThat(estimate(after(new Past(unseen, unseen, unseen), 0))).isZero();
  }

  @Test
  void aQueueThatWasSilentForAnHourWaitsAsItAlwaysDid() {
    Past silent = new Past(NONE, NONE, EVER);
    assertThat(estimate(after(silent, 0))).isZero();
    assertThat(estimate(after(silent, 1))).isBetween(60.0, 180.0);
  }

  @Test
  void lineThatStandsStillIsNotExpectedToMoveSoonerThanTheFirstInItHasWaited() {
    QueueState standing = firstWaits(after(new Past(NONE, Queues.HOUR, EVER), 3), 1800);
    assertThat(estimate(standing)).isEqualTo(1800);
  }

  @Test
  void lineThatMovesIsJudgedByItsPaceHoweverLongOneWasForgottenInIt() {
    assertThat(estimate(firstWaits(withWaiting(3), 7200))).isEqualTo(estimate(withWaiting(3)));
  }

  @Test
  void mailThatIsAnsweredTheNextDayIsExpectedTheNextDayAtNightToo() {
    long day = 20 * 3600;
    Waited letters = new Waited(500, 0, seconds(500 * day));
    PastWaits ever = new PastWaits(500, letters, new Sum(0, 0), new Sum(500, seconds(500 * 300)));
    QueueState night = firstWaits(after(new Past(NONE, NONE, ever), 80), 4 * 3600);
    assertThat(estimate(night)).isEqualTo(day);
  }

  @Test
  void aHugeBacklogHasAFiniteEstimate() {
    assertThat(estimate(withWaiting(1_000_000))).isBetween(3600.0, 30 * 86_400.0);
    assertThat(estimate(withWaiting(Integer.MAX_VALUE))).isBetween(3600.0, 30 * 86_400.0);
  }
}
