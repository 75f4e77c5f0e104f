// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import static io.tideboard.core.lifecycle.Moments.after;
import static io.tideboard.core.lifecycle.Moments.answered;
import static io.tideboard.core.lifecycle.Moments.at;
import static io.tideboard.core.lifecycle.Moments.contained;
import static io.tideboard.core.lifecycle.Moments.created;
import static io.tideboard.core.lifecycle.Moments.ended;
import static io.tideboard.core.lifecycle.Moments.feedback;
import static io.tideboard.core.lifecycle.Moments.fromAgent;
import static io.tideboard.core.lifecycle.Moments.fromBot;
import static io.tideboard.core.lifecycle.Moments.fromCustomer;
import static io.tideboard.core.lifecycle.Moments.queued;
import static io.tideboard.core.lifecycle.Moments.reopened;
import static io.tideboard.core.lifecycle.Moments.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.FeedbackKind;
import org.junit.jupiter.api.Test;

/** Contacts as a whole: who was answered when, and what became of it. */
class CourseTest {

  @Test
  void callIsAnsweredByBeingPickedUp() {
    assertThat(responses(created(0, "voice"), queued(5, "sales"), answered(20, "ada")))
        .containsExactly(new Response(at(0), at(20), true));
  }

  @Test
  void mailIsAnsweredByTheFirstMessageOfAnAgent() {
    assertThat(
            responses(
                created(0, "email"),
                fromCustomer(1),
                queued(2, "sales"),
                answered(50, "ada"),
                fromBot(55),
                fromAgent(60),
                fromAgent(70)))
        .containsExactly(new Response(at(1), at(60), true));
  }

  @Test
  void mailOfAPlatformThatTellsNoMessagesIsAnsweredByBeingPickedUp() {
    assertThat(responses(created(0, "email"), queued(2, "sales"), answered(50, "ada")))
        .containsExactly(new Response(at(0), at(50), true));
  }

  @Test
  void firstMessageThatBecomesKnownLateTakesThatBack() {
    assertThat(
            responses(
                created(0, "email"),
                queued(2, "sales"),
                answered(50, "ada"),
                fromAgent(90),
                fromCustomer(1)))
        .containsExactly(new Response(at(1), at(90), true));
  }

  @Test
  void reopeningAsksAgain() {
    assertThat(
            responses(
                created(0, "email"),
                queued(2, "sales"),
                fromAgent(60),
                resolved(70),
                reopened(100),
                fromAgent(130)))
        .containsExactly(new Response(at(0), at(60), true), new Response(at(100), at(130), true));
  }

  @Test
  void whoLeavesWithoutAnAnswerGotNone() {
    assertThat(responses(created(0, "chat"), queued(2, "sales"), fromCustomer(3), ended(40)))
        .containsExactly(new Response(at(3), at(40), false));
  }

  @Test
  void reopeningMakesTheResolutionVoid() {
    Interaction mail = after(created(0, "email"), queued(2, "sales"), resolved(70), reopened(100));
    assertThat(course(mail).resolvedAt()).isEqualTo(QueueVisit.OPEN);
    assertThat(course(mail).unresolved()).isTrue();
    assertThat(course(mail).asSettled().unresolved()).isFalse();
    assertThat(course(mail).endedAt()).isEqualTo(at(70));
  }

  @Test
  void whatABotFinishedIsContainedAndOver() {
    Interaction chat = after(created(0, "bot"), fromCustomer(1), fromBot(2), contained(30));
    assertThat(course(chat).containedAt()).isEqualTo(at(30));
    assertThat(course(chat).endedAt()).isEqualTo(at(30));
    assertThat(course(chat).closedAt()).isEqualTo(at(30));
    assertThat(course(chat).queue()).isEqualTo(QueueVisit.UNKNOWN);
  }

  @Test
  void contactIsNotToldBeforeItIsOfferedOrOver() {
    assertThat(after(created(0, "voice")).course()).isNull();
    assertThat(after(fromCustomer(0)).course()).isNull();
  }

  @Test
  void scoreBelongsToTheQueueThatServedLast() {
    Interaction call =
        after(
            created(0, "voice"),
            queued(5, "sales"),
            answered(20, "ada"),
            ended(60),
            feedback(90, FeedbackKind.NPS, 9));
    assertThat(call.scores())
        .containsExactly(new Score("sales", "voice", at(5), at(90), FeedbackKind.NPS, 9_000));
    assertThat(call.scores().get(0).promoter()).isTrue();
    assertThat(call.scores().get(0).detractor()).isFalse();
    assertThat(call.scores().get(0).satisfied()).isFalse();
  }

  @Test
  void messagesBeyondAnyConversationAreNotKept() {
    Moment[] moments = new Moment[Messages.MOST + 10];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = fromAgent(i);
    }
    Interaction chat = after(moments);
    assertThat(chat.messages().agents()).hasSize(Messages.MOST);
    assertThat(chat.messages()).isEqualTo(after(moments).messages());
    assertThat(chat.messages()).hasSameHashCodeAs(after(moments).messages());
    assertThat(chat.messages().toString()).contains("agents");
  }

  private static java.util.List<Response> responses(Moment... moments) {
    return course(after(moments)).responses();
  }

  private static ContactCourse course(Interaction interaction) {
    ContactCourse course = interaction.course();
    assertThat(course).isNotNull();
    return course;
  }
}
