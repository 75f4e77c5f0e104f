// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import static io.tideboard.core.lifecycle.Moments.abandoned;
import static io.tideboard.core.lifecycle.Moments.after;
import static io.tideboard.core.lifecycle.Moments.answered;
import static io.tideboard.core.lifecycle.Moments.at;
import static io.tideboard.core.lifecycle.Moments.callback;
import static io.tideboard.core.lifecycle.Moments.created;
import static io.tideboard.core.lifecycle.Moments.dequeued;
import static io.tideboard.core.lifecycle.Moments.ended;
import static io.tideboard.core.lifecycle.Moments.endedBySystem;
import static io.tideboard.core.lifecycle.Moments.queued;
import static io.tideboard.core.lifecycle.Moments.transferred;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class QueueVisitsTest {

  @Test
  void queuedContactWaits() {
    QueueVisit visit = only(after(queued(0, "sales")));
    assertThat(visit.waiting()).isTrue();
    assertThat(visit.begin()).isEqualTo(at(0));
    assertThat(visit.queue()).isEqualTo("sales");
  }

  @Test
  void answerEndsTheWait() {
    QueueVisit visit = only(after(queued(0, "sales"), answered(12.5, "ada")));
    assertThat(visit.outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(visit.waitMicros()).isEqualTo(12_500_000);
  }

  @Test
  void customerWhoGivesUpAbandoned() {
    assertThat(only(after(queued(0, "sales"), abandoned(7))).outcome())
        .isEqualTo(Outcome.ABANDONED);
  }

  @Test
  void conversationThatTheCustomerEndsWhileWaitingIsAbandoned() {
    assertThat(only(after(queued(0, "sales"), ended(7))).outcome()).isEqualTo(Outcome.ABANDONED);
  }

  @Test
  void conversationThatTheSystemEndsWhileWaitingFlowsOut() {
    assertThat(only(after(queued(0, "sales"), endedBySystem(7))).outcome())
        .isEqualTo(Outcome.FLOWED_OUT);
  }

  @Test
  void answeredCallThatEndedIsNotListedAsAbandoned() {
    assertThat(only(after(queued(0, "sales"), answered(5, "ada"), abandoned(9), ended(60))))
        .extracting(QueueVisit::outcome)
        .isEqualTo(Outcome.ANSWERED);
  }

  @Test
  void secondEndedChangesNothing() {
    Interaction interaction = after(queued(0, "sales"), answered(5, "ada"), ended(60));
    assertThat(InteractionLifecycle.on(interaction, ended(70)).facts()).isEmpty();
  }

  @Test
  void sameEventTwiceChangesNothing() {
    Interaction interaction = after(queued(0, "sales"));
    Step step = InteractionLifecycle.on(interaction, queued(0, "sales"));
    assertThat(step.facts()).isEmpty();
    assertThat(step.interaction()).isSameAs(interaction);
  }

  @Test
  void queuedAgainWhileWaitingInTheSameQueueIsTheSameVisit() {
    assertThat(only(after(queued(0, "sales"), queued(5, "sales"))).begin()).isEqualTo(at(0));
  }

  @Test
  void transferredContactIsOneMoreVisitInTheOtherQueue() {
    Interaction interaction =
        after(queued(0, "sales"), answered(5, "ada"), transferred(60, "billing", null));
    assertThat(interaction.visits())
        .extracting(QueueVisit::queue, QueueVisit::outcome, QueueVisit::transferredIn)
        .containsExactly(
            tuple("sales", Outcome.ANSWERED, false), tuple("billing", Outcome.WAITING, true));
  }

  @Test
  void transferWhileWaitingIsAFlowOutOfTheFirstAndAnOfferToTheSecond() {
    Interaction interaction = after(queued(0, "sales"), transferred(9, "billing", null));
    assertThat(interaction.visits())
        .extracting(QueueVisit::outcome)
        .containsExactly(Outcome.FLOWED_OUT, Outcome.WAITING);
  }

  @Test
  void transferAndQueuedBothToldAreOneVisit() {
    Interaction interaction =
        after(
            queued(0, "sales"),
            answered(5, "ada"),
            queued(59, "billing"),
            transferred(60, "billing", null),
            queued(61, "billing"));
    assertThat(interaction.visits()).hasSize(2);
    assertThat(interaction.visits().get(1).transferredIn()).isTrue();
    assertThat(interaction.visits().get(1).begin()).isEqualTo(at(59));
  }

  @Test
  void answerOutOfSeveralQueuesEndsTheOneItNamesAndFlowsOutTheOthers() {
    Interaction interaction =
        after(queued(0, "sales"), queued(1, "billing"), answered(9, "ada", "sales"));
    assertThat(interaction.visits())
        .extracting(QueueVisit::outcome)
        .containsExactly(Outcome.ANSWERED, Outcome.FLOWED_OUT);
  }

  @Test
  void answerThatNamesNoQueueEndsTheLatestWait() {
    Interaction interaction = after(queued(0, "sales"), queued(1, "billing"), answered(9, "ada"));
    assertThat(interaction.visits())
        .extracting(QueueVisit::outcome)
        .containsExactly(Outcome.FLOWED_OUT, Outcome.ANSWERED);
  }

  @Test
  void answerOutOfAQueueThatNobodySawItJoinHasAnUnknownWait() {
    Interaction interaction = after(queued(0, "sales"), answered(9, "ada", "billing"));
    assertThat(interaction.visits())
        .extracting(QueueVisit::outcome)
        .containsExactly(Outcome.FLOWED_OUT, Outcome.ANSWERED);
    assertThat(interaction.visits().get(1).beginKnown()).isFalse();
  }

  @Test
  void abandonEndsEveryWait() {
    assertThat(after(queued(0, "sales"), queued(1, "billing"), abandoned(9)).visits())
        .extracting(QueueVisit::outcome)
        .containsOnly(Outcome.ABANDONED);
  }

  @Test
  void dequeuedNamesTheQueueItLeaves() {
    assertThat(after(queued(0, "sales"), queued(1, "billing"), dequeued(9, "billing")).visits())
        .extracting(QueueVisit::outcome)
        .containsExactly(Outcome.WAITING, Outcome.FLOWED_OUT);
  }

  @Test
  void dequeuedWithoutAQueueLeavesTheOneItWaitedInLongest() {
    assertThat(after(queued(0, "sales"), queued(1, "billing"), dequeued(9, null)).visits())
        .extracting(QueueVisit::outcome)
        .containsExactly(Outcome.FLOWED_OUT, Outcome.WAITING);
  }

  @Test
  void callbackIsNotAnAbandonAndLeavesNobodyWaiting() {
    assertThat(after(queued(0, "sales"), queued(1, "billing"), callback(9, "sales")).visits())
        .extracting(QueueVisit::outcome)
        .containsExactly(Outcome.CALLBACK, Outcome.FLOWED_OUT);
  }

  @Test
  void answerWithoutQueuedIsAVisitWithAnUnknownWait() {
    QueueVisit visit = only(after(answered(9, "ada", "sales")));
    assertThat(visit.beginKnown()).isFalse();
    assertThat(visit.begin()).isEqualTo(at(9));
    assertThat(visit.outcome()).isEqualTo(Outcome.ANSWERED);
  }

  @Test
  void abandonCallbackAndDequeueWithoutQueuedAreVisitsWithAnUnknownWait() {
    assertThat(only(after(abandoned(9))).outcome()).isEqualTo(Outcome.ABANDONED);
    assertThat(only(after(callback(9, null))).outcome()).isEqualTo(Outcome.CALLBACK);
    assertThat(only(after(dequeued(9, null))).outcome()).isEqualTo(Outcome.FLOWED_OUT);
    assertThat(only(after(abandoned(9))).queue()).isEqualTo(QueueVisit.UNKNOWN);
  }

  @Test
  void endedWithoutAnythingBeforeIsNoVisit() {
    assertThat(after(ended(9)).visits()).isEmpty();
  }

  @Test
  void beginThatArrivesLateCorrectsTheUnknownWait() {
    QueueVisit visit = only(after(answered(9, "ada", "sales"), queued(0, "sales")));
    assertThat(visit.beginKnown()).isTrue();
    assertThat(visit.waitMicros()).isEqualTo(9_000_000);
  }

  @Test
  void answerStampedBeforeItsQueuedIsAWaitOfZeroAndClockSkew() {
    QueueVisit visit = only(after(queued(0, "sales"), answered(-2, "ada")));
    assertThat(visit.waitMicros()).isZero();
    assertThat(visit.clockSkewed()).isTrue();
    assertThat(visit.begin()).isEqualTo(at(0));
  }

  @Test
  void answerStampedJustFiveMinutesBeforeItsQueuedIsStillSkew() {
    assertThat(after(queued(300, "sales"), answered(0, "ada")).visits()).hasSize(1);
  }

  @Test
  void queuedMoreThanFiveMinutesAfterAnAnswerIsAnotherVisit() {
    assertThat(after(queued(300.000001, "sales"), answered(0, "ada")).visits()).hasSize(2);
  }

  @Test
  void queuedShortlyAfterAnAbandonInAnotherQueueIsAnotherVisit() {
    assertThat(after(answered(0, "ada", "billing"), queued(10, "sales")).visits()).hasSize(2);
  }

  @Test
  void answerAfterATransferToAnAgentIsNoVisit() {
    Interaction interaction =
        after(
            queued(0, "sales"),
            answered(5, "ada"),
            transferred(60, null, "ben"),
            answered(66, "ben"));
    assertThat(interaction.visits()).hasSize(1);
    assertThat(interaction.legs()).hasSize(2);
  }

  @Test
  void transferToAQueueAfterOneToAnAgentMakesTheNextAnswerAVisitAgain() {
    Interaction interaction =
        after(
            queued(0, "sales"),
            answered(5, "ada"),
            transferred(60, null, "ben"),
            transferred(61, "billing", null),
            dequeued(62, null),
            answered(66, "ben", "billing"));
    assertThat(interaction.visits()).hasSize(3);
  }

  @Test
  void outboundContactThatIsAnsweredIsNoVisit() {
    Interaction interaction = after(Moments.answeredOutbound(5, "ada"));
    assertThat(interaction.visits()).isEmpty();
    assertThat(interaction.legs()).hasSize(1);
  }

  @Test
  void channelHoldsForWhatHappenedBeforeItWasTold() {
    Interaction interaction = after(queued(5, "sales"), answered(9, "ada"), created(0, "chat"));
    assertThat(only(interaction).channel()).isEqualTo("chat");
    assertThat(interaction.legs().get(0).channel()).isEqualTo("chat");
  }

  @Test
  void firstChannelToldIsTheContactsChannel() {
    assertThat(only(after(created(0, "chat"), queued(1, "sales"), created(2, "email"))).channel())
        .isEqualTo("chat");
  }

  @Test
  void contactWithMoreEventsThanAnyContactHasKeepsTheFirst() {
    Interaction interaction = Interaction.UNKNOWN;
    for (int i = 0; i < Interaction.LONGEST_HISTORY + 10; i++) {
      interaction = InteractionLifecycle.on(interaction, queued(i, "q" + i)).interaction();
    }
    assertThat(interaction.visits()).hasSize(Interaction.LONGEST_HISTORY);
    assertThat(interaction.hasRoomFor(1)).isFalse();
    assertThat(interaction.hasNoRoomFor(ended(9_000))).isTrue();
    assertThat(interaction.hasNoRoomFor(queued(0, "q0"))).as("known already").isFalse();
    assertThat(after(queued(0, "sales")).hasNoRoomFor(ended(1))).isFalse();
  }

  private static QueueVisit only(Interaction interaction) {
    assertThat(interaction.visits()).hasSize(1);
    return interaction.visits().get(0);
  }
}
