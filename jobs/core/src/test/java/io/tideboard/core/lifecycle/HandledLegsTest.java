// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import static io.tideboard.core.lifecycle.Moments.after;
import static io.tideboard.core.lifecycle.Moments.answered;
import static io.tideboard.core.lifecycle.Moments.at;
import static io.tideboard.core.lifecycle.Moments.ended;
import static io.tideboard.core.lifecycle.Moments.endedBy;
import static io.tideboard.core.lifecycle.Moments.held;
import static io.tideboard.core.lifecycle.Moments.hungUpOn;
import static io.tideboard.core.lifecycle.Moments.queued;
import static io.tideboard.core.lifecycle.Moments.resumed;
import static io.tideboard.core.lifecycle.Moments.transferred;
import static io.tideboard.core.lifecycle.Moments.transferredBy;
import static io.tideboard.core.lifecycle.Moments.wrappedUp;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandledLegsTest {

  private static final long SECOND = 1_000_000;

  @Test
  void talkIsAnsweredToEndedLessHold() {
    HandledLeg leg =
        only(
            after(
                queued(0, "sales"),
                answered(10, "ada"),
                held(30),
                resumed(45),
                ended(100),
                wrappedUp(140, "ada")));
    assertThat(leg.talk()).isEqualTo(75 * SECOND);
    assertThat(leg.hold()).isEqualTo(15 * SECOND);
    assertThat(leg.wrapUp()).isEqualTo(40 * SECOND);
    assertThat(leg.completedAt()).isEqualTo(at(140));
  }

  @Test
  void legWithoutWrapUpIsCompleteAtItsEnd() {
    HandledLeg leg = only(after(queued(0, "sales"), answered(10, "ada"), ended(100)));
    assertThat(leg.wrapUp()).isZero();
    assertThat(leg.completedAt()).isEqualTo(at(100));
  }

  @Test
  void wrapUpThatLastsTooLongIsCutOff() {
    HandledLeg leg =
        only(
            after(
                queued(0, "sales"),
                answered(10, "ada"),
                ended(100),
                wrappedUp(900, "ada").within(600)));
    assertThat(leg.wrapUp()).isEqualTo(600 * SECOND);
    assertThat(leg.timedOut()).isTrue();
  }

  @Test
  void wrapUpThatEndsAtTheLimitIsWhole() {
    HandledLeg leg =
        only(
            after(
                queued(0, "sales"),
                answered(10, "ada"),
                ended(100),
                wrappedUp(700, "ada").within(600)));
    assertThat(leg.wrapUp()).isEqualTo(600 * SECOND);
    assertThat(leg.timedOut()).isFalse();
  }

  @Test
  void agentWhoHasHandedOnLeavesWithoutEndingTheOthersService() {
    Interaction call =
        after(
            queued(0, "sales"),
            answered(10, "ada"),
            transferred(60, null, "ben"),
            answered(70, "ben"),
            endedBy(75, "ada"));
    assertThat(call.legs()).extracting(HandledLeg::inProgress).containsExactly(false, true);
    assertThat(call.legs().get(0).endedAt()).isEqualTo(at(60));
    assertThat(call.course().endedAt()).isEqualTo(QueueVisit.OPEN);
  }

  @Test
  void agentWhoHasHandedOnLeavesWithoutGivingUpTheWait() {
    Interaction call =
        after(
            queued(0, "sales"),
            answered(10, "ada"),
            transferredBy(60, "ada", "billing"),
            endedBy(61, "ada"));
    assertThat(call.visits().get(1).waiting()).isTrue();
    assertThat(call.course().endedAt()).isEqualTo(QueueVisit.OPEN);
  }

  @Test
  void customerWhoHangsUpEndsEverything() {
    Interaction call =
        after(
            queued(0, "sales"),
            answered(10, "ada"),
            transferredBy(60, "ada", "billing"),
            hungUpOn(61, "ada"));
    assertThat(call.visits().get(1).outcome()).isEqualTo(Outcome.ABANDONED);
    assertThat(call.course().endedAt()).isEqualTo(at(61));
  }

  @Test
  void transferByAnAgentWhoHasLeftDoesNotEndTheOthersService() {
    Interaction call =
        after(
            queued(0, "sales"),
            answered(10, "ada"),
            answered(50, "ben"),
            transferredBy(60, "ada", "billing"));
    assertThat(call.legs().get(1).inProgress()).isTrue();
    assertThat(call.visits().get(1).waiting()).isTrue();
  }

  @Test
  void conversationThatEndsOnHoldEndsTheHold() {
    HandledLeg leg = only(after(queued(0, "sales"), answered(10, "ada"), held(30), ended(100)));
    assertThat(leg.hold()).isEqualTo(70 * SECOND);
    assertThat(leg.talk()).isEqualTo(20 * SECOND);
  }

  @Test
  void heldTwiceIsOneHold() {
    HandledLeg leg =
        only(after(queued(0, "sales"), answered(10, "ada"), held(30), held(40), resumed(50)));
    assertThat(leg.holds()).containsExactly(new Span(at(30), at(50)));
  }

  @Test
  void resumedWithoutHeldChangesNothing() {
    assertThat(only(after(queued(0, "sales"), answered(10, "ada"), resumed(50))).holds()).isEmpty();
  }

  @Test
  void callThatEndedDoesNotStayAnswered() {
    Interaction interaction = after(queued(0, "sales"), answered(10, "ada"), ended(100));
    assertThat(only(interaction).inProgress()).isFalse();
    assertThat(interaction.atRest()).isTrue();
  }

  @Test
  void contactInServiceIsNotAtRest() {
    assertThat(after(queued(0, "sales"), answered(10, "ada")).atRest()).isFalse();
  }

  @Test
  void wrapUpWithoutEndedEndsTheConversationToo() {
    HandledLeg leg = only(after(queued(0, "sales"), answered(10, "ada"), wrappedUp(90, "ada")));
    assertThat(leg.inProgress()).isFalse();
    assertThat(leg.talk()).isEqualTo(80 * SECOND);
    assertThat(leg.wrapUp()).isZero();
  }

  @Test
  void wrapUpOfTheFirstAgentDoesNotTouchTheSecond() {
    Interaction interaction =
        after(
            queued(0, "sales"),
            answered(10, "ada"),
            transferred(50, "billing", null),
            answered(60, "ben"),
            wrappedUp(70, "ada"));
    assertThat(interaction.legs().get(0).wrapUp()).isEqualTo(20 * SECOND);
    assertThat(interaction.legs().get(1).inProgress()).isTrue();
  }

  @Test
  void wrapUpOfAnAgentWhoNeverServedChangesNothing() {
    Interaction interaction = after(queued(0, "sales"), answered(10, "ada"), ended(20));
    assertThat(InteractionLifecycle.on(interaction, wrappedUp(30, "cyd")).facts()).isEmpty();
  }

  @Test
  void transferEndsTheLegAsTransferredOut() {
    Interaction interaction =
        after(queued(0, "sales"), answered(10, "ada"), transferred(50, "billing", null));
    assertThat(only(interaction).transferredOut()).isTrue();
    assertThat(only(interaction).endedAt()).isEqualTo(at(50));
  }

  @Test
  void secondAnswerByAnotherAgentTakesOver() {
    Interaction interaction =
        after(queued(0, "sales"), answered(10, "ada"), answered(40, "ben"), ended(100));
    assertThat(interaction.legs()).extracting(HandledLeg::agent).containsExactly("ada", "ben");
    assertThat(interaction.legs().get(1).offeredAt()).isEqualTo(at(0));
    assertThat(interaction.visits()).hasSize(1);
  }

  @Test
  void secondAnswerByTheSameAgentChangesNothing() {
    assertThat(after(queued(0, "sales"), answered(10, "ada"), answered(40, "ada")).legs())
        .hasSize(1);
  }

  @Test
  void answerOfASecondVisitWhileTalkingEndsTheFirstLeg() {
    Interaction interaction =
        after(queued(0, "sales"), answered(10, "ada"), queued(30, "billing"), answered(40, "ben"));
    assertThat(interaction.legs())
        .extracting(HandledLeg::endedAt)
        .containsExactly(at(40), QueueVisit.OPEN);
  }

  @Test
  void legBelongsToTheArrivalThatBecameKnownLater() {
    HandledLeg leg = only(after(answered(10, "ada", "sales"), ended(60), queued(12, "sales")));
    assertThat(leg.offeredAt()).isEqualTo(at(12));
  }

  @Test
  void spanLiesWithinAnotherOnlyAsFarAsTheyOverlap() {
    Span span = new Span(10, 20);
    assertThat(span.within(0, 15)).isEqualTo(5);
    assertThat(span.within(12, 30)).isEqualTo(8);
    assertThat(span.within(20, 30)).isZero();
    assertThat(span.within(0, 5)).isZero();
  }

  private static HandledLeg only(Interaction interaction) {
    assertThat(interaction.legs()).hasSize(1);
    return interaction.legs().get(0);
  }
}
