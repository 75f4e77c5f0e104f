// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import static io.tideboard.core.lifecycle.Moments.abandoned;
import static io.tideboard.core.lifecycle.Moments.after;
import static io.tideboard.core.lifecycle.Moments.answered;
import static io.tideboard.core.lifecycle.Moments.at;
import static io.tideboard.core.lifecycle.Moments.ended;
import static io.tideboard.core.lifecycle.Moments.queued;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where events are missing: who is lost, and who is found again. */
class RepairTest {

  @Test
  void whoIsNotOnTheListIsLostAtThatInstant() {
    Interaction call = after(queued(0, "sales"), Moment.unseen(at(60), "sales"));
    assertThat(call.visits().get(0).outcome()).isEqualTo(Outcome.LOST_TO_SNAPSHOT);
    assertThat(call.visits().get(0).end()).isEqualTo(at(60));
  }

  @Test
  void listThatWasWrittenWhenTheCallHadJustJoinedSaysNothingOfIt() {
    Interaction call = after(queued(59, "sales"), Moment.unseen(at(60), "sales"));
    assertThat(call.visits().get(0).waiting()).isTrue();
  }

  @Test
  void listOfAnotherQueueSaysNothing() {
    Interaction call = after(queued(0, "sales"), Moment.unseen(at(60), "billing"));
    assertThat(call.visits().get(0).waiting()).isTrue();
  }

  @Test
  void answerShowsThatTheCallWasNotLost() {
    Interaction call =
        after(queued(0, "sales"), Moment.unseen(at(60), "sales"), answered(90, "ada"));
    assertThat(call.visits()).hasSize(1);
    assertThat(call.visits().get(0).outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(call.visits().get(0).waitMicros()).isEqualTo(90_000_000);
    assertThat(call.visits().get(0).found()).isTrue();
  }

  @Test
  void whoComesBackAfterALossIsAVisitOfItsOwn() {
    Interaction call =
        after(
            queued(0, "sales"), Moment.restarted(at(60)), queued(70, "sales"), answered(90, "ada"));
    assertThat(call.visits())
        .extracting(QueueVisit::outcome)
        .containsExactly(Outcome.LOST_TO_RESTART, Outcome.ANSWERED);
  }

  @Test
  void restartEndsServiceWithoutCountingItsTime() {
    Interaction call = after(queued(0, "sales"), answered(5, "ada"), Moment.restarted(at(60)));
    assertThat(call.legs().get(0).lost()).isTrue();
    assertThat(call.atRest()).isTrue();
  }

  @Test
  void endAfterARestartShowsThatServiceWentOn() {
    Interaction call =
        after(queued(0, "sales"), answered(5, "ada"), Moment.restarted(at(60)), ended(90));
    assertThat(call.legs().get(0).lost()).isFalse();
    assertThat(call.legs().get(0).found()).isTrue();
    assertThat(call.legs().get(0).talk()).isEqualTo(85_000_000);
  }

  @Test
  void whoIsOnTheListWaitsSinceTheListSaysSo() {
    Interaction call = after(Moment.seen(at(60), "sales", at(12)), abandoned(70));
    assertThat(call.visits().get(0).begin()).isEqualTo(at(12));
    assertThat(call.visits().get(0).listed()).isTrue();
    assertThat(call.visits().get(0).outcome()).isEqualTo(Outcome.ABANDONED);
  }

  @Test
  void listThatLagsBehindDoesNotBringBackWhoHasLeft() {
    Interaction call =
        after(queued(0, "sales"), abandoned(59), Moment.seen(at(60), "sales", at(0)));
    assertThat(call.visits()).hasSize(1);
    assertThat(call.visits().get(0).outcome()).isEqualTo(Outcome.ABANDONED);
  }

  @Test
  void whoWasMissingOnOneListAndIsOnTheNextWaitsOn() {
    Interaction call =
        after(
            queued(0, "sales"),
            Moment.unseen(at(60), "sales"),
            Moment.seen(at(120), "sales", at(0)));
    assertThat(call.visits()).hasSize(1);
    assertThat(call.visits().get(0).waiting()).isTrue();
  }

  @Test
  void expiryIsVoidWhenThereWasNewsMeanwhile() {
    Interaction call =
        after(queued(0, "sales"), queued(50, "billing"), Moment.expired(at(100), at(0)));
    assertThat(call.visits()).allMatch(QueueVisit::waiting);
  }
}
