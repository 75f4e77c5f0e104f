// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.desk.Fixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskTicketTest {

  private static final String ENDED = "interaction.ended by=";
  private static final String WRAPPED_UP = "interaction.wrapped_up";
  private static final String RESOLVED = "interaction.resolved";

  private final Zendesk zendesk = new Zendesk();

  @Test
  void aNewTicketWaitsInTheLineOfItsGroup() {
    assertThat(told("ticket-created"))
        .containsExactly("interaction.created", "interaction.queued queue=helpdesk:group-620");
  }

  @Test
  void aTicketIsNamedWithItsSourceAndTellsItsChannelCustomerAndPriority() {
    List<Event> events = Fixture.of("zendesk/ticket-created").translatedBy(zendesk).events();

    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.header().source()).isEqualTo("helpdesk");
              assertThat(event.header().occurredAt())
                  .isEqualTo(Instant.parse("2026-03-02T08:30:00.251907Z"));
              var contact = ((InteractionEvent) event).contact();
              assertThat(contact.interaction()).isEqualTo("helpdesk:48213");
              assertThat(contact.channel()).isEqualTo(Channel.EMAIL);
              assertThat(contact.customer()).isEqualTo("helpdesk:customer-3001");
              assertThat(contact.attributes()).isEqualTo(Map.of("priority", "high"));
            });
  }

  @Test
  void idsAreTheEventsOwnSoThatARetryIsRecognised() {
    List<Event> first = Fixture.of("zendesk/ticket-created").translatedBy(zendesk).events();
    List<Event> again = Fixture.of("zendesk/ticket-created").translatedBy(zendesk).events();

    assertThat(again).isEqualTo(first);
    assertThat(first)
        .extracting(event -> event.header().id())
        .containsExactly("01JZ4K7A1M0CREATED00000001:created", "01JZ4K7A1M0CREATED00000001:queued");
  }

  @Test
  void aTicketThatAnAgentWroteFirstIsOutboundAndNobodyWaits() {
    assertThat(
            Fixture.of("zendesk/ticket-created").with("detail.submitter_id", "41").toldBy(zendesk))
        .containsExactly("interaction.created direction=outbound");
  }

  @Test
  void aTicketCreatedWithAnAssigneeIsOfferedAndStillWaitsForTheFirstReply() {
    assertThat(Fixture.of("zendesk/ticket-created").with("detail.assignee_id", 41).toldBy(zendesk))
        .containsExactly(
            "interaction.created",
            "interaction.queued queue=helpdesk:group-620",
            "interaction.offered agent=helpdesk:agent-41");
  }

  @Test
  void aTicketWithoutAGroupWaitsUnassigned() {
    assertThat(Fixture.of("zendesk/ticket-created").without("detail.group_id").toldBy(zendesk))
        .contains("interaction.queued queue=helpdesk:unassigned");
  }

  @Test
  void groupsAndAgentsGoByTheNamesThatTheInstallationTells() {
    Zendesk named =
        new Zendesk(
            io.tideboard.platforms.support.Names.of(
                Map.of("group-620", "returns", "agent-41", "ada")));

    assertThat(Fixture.of("zendesk/ticket-created").with("detail.assignee_id", "41").toldBy(named))
        .contains("interaction.queued queue=returns", "interaction.offered agent=ada");
  }

  @Test
  void theFirstReplyOfAnAgentAnswers() {
    assertThat(told("ticket-comment-by-agent"))
        .containsExactly(
            "interaction.message agent=helpdesk:agent-41 author=agent",
            "interaction.answered agent=helpdesk:agent-41");
  }

  @Test
  void aReplyByAColleagueIsTheColleaguesMessageAndTheAssigneesAnswer() {
    assertThat(
            Fixture.of("zendesk/ticket-comment-by-agent")
                .with("event.comment.author.id", "42")
                .toldBy(zendesk))
        .containsExactly(
            "interaction.message agent=helpdesk:agent-42 author=agent",
            "interaction.answered agent=helpdesk:agent-41");
  }

  @Test
  void aReplyThatSolvesLeavesTheAnswerToTheChangeOfStatus() {
    assertThat(
            Fixture.of("zendesk/ticket-comment-by-agent")
                .with("detail.status", "SOLVED")
                .toldBy(zendesk))
        .containsExactly("interaction.message agent=helpdesk:agent-41 author=agent");
  }

  @Test
  void aCustomersCommentIsAMessageAndNoAnswer() {
    assertThat(told("ticket-comment-by-customer"))
        .containsExactly("interaction.message author=customer");
  }

  @Test
  void whatARuleWritesIsABotsMessage() {
    assertThat(
            Fixture.of("zendesk/ticket-comment-by-agent")
                .with("event.comment.author.id", -1)
                .toldBy(zendesk))
        .containsExactly("interaction.message author=bot");
  }

  @Test
  void aPrivateNoteIsIgnoredAndCounted() {
    Translation translation =
        Fixture.of("zendesk/ticket-comment-by-agent")
            .with("event.comment.is_public", false)
            .translatedBy(zendesk);

    assertThat(translation.events()).isEmpty();
    assertThat(translation.ignored()).isEqualTo(Map.of("ticket.comment_added", 1));
  }

  @Test
  void withoutWordOfStaffTheRequesterIsTheCustomer() {
    Fixture byRequester =
        Fixture.of("zendesk/ticket-comment-by-customer").without("event.comment.author.is_staff");
    Fixture byAnother =
        Fixture.of("zendesk/ticket-comment-by-agent").without("event.comment.author.is_staff");

    assertThat(byRequester.toldBy(zendesk)).containsExactly("interaction.message author=customer");
    assertThat(byAnother.toldBy(zendesk)).hasSize(2);
  }

  @Test
  void anAssignmentIsAnOffer() {
    assertThat(told("ticket-assigned"))
        .containsExactly("interaction.offered agent=helpdesk:agent-41");
  }

  @ParameterizedTest
  @CsvSource({"OPEN, 1", "NEW, 1", "PENDING, 0", "HOLD, 0", "SOLVED, 0"})
  void aTicketThatLosesItsAgentGoesBackToTheLineOnlyWhileItWaits(String status, int moved) {
    List<String> told =
        Fixture.of("zendesk/ticket-assigned")
            .with("event.current", null)
            .with("event.previous", "41")
            .with("detail.assignee_id", null)
            .with("detail.status", status)
            .toldBy(zendesk);

    assertThat(told).hasSize(moved);
    assertThat(told).allMatch("interaction.transferred toQueue=helpdesk:group-620"::equals);
  }

  @Test
  void aTicketGivenToAnotherGroupIsTransferred() {
    assertThat(told("ticket-group-changed"))
        .containsExactly("interaction.transferred toQueue=helpdesk:group-621");
  }

  @Test
  void aGroupThatComesAlongWithItsAgentIsNoTransfer() {
    assertThat(
            Fixture.of("zendesk/ticket-group-changed")
                .with("detail.assignee_id", "41")
                .toldBy(zendesk))
        .isEmpty();
  }

  @Test
  void whoeverSolvesATicketHasServedIt() {
    assertThat(told("ticket-status-changed"))
        .containsExactly(
            "interaction.answered agent=helpdesk:agent-41", ENDED + "agent", WRAPPED_UP, RESOLVED);
  }

  @Test
  void aTicketSolvedByItsRequesterOrByARuleWasNotServed() {
    Fixture byRequester =
        Fixture.of("zendesk/ticket-status-changed").with("detail.actor_id", "3001");
    Fixture byRule = Fixture.of("zendesk/ticket-status-changed").with("detail.actor_id", "-1");

    assertThat(byRequester.toldBy(zendesk))
        .containsExactly(ENDED + "customer", WRAPPED_UP, RESOLVED);
    assertThat(byRule.toldBy(zendesk)).containsExactly(ENDED + "system", WRAPPED_UP, RESOLVED);
  }

  @Test
  void anAgentWhoSolvesATicketOfNobodyHasServedIt() {
    assertThat(
            Fixture.of("zendesk/ticket-status-changed")
                .with("detail.assignee_id", null)
                .toldBy(zendesk))
        .startsWith("interaction.answered agent=helpdesk:agent-41");
  }

  @Test
  void theClosingOfASolvedTicketAfterDaysSaysNothingNew() {
    assertThat(status("SOLVED", "CLOSED")).isEmpty();
  }

  @Test
  void aTicketClosedWithoutHavingBeenSolvedWasMerged() {
    assertThat(status("OPEN", "CLOSED")).containsExactly(ENDED + "system", WRAPPED_UP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ticket.merged",
        "ticket.soft_deleted",
        "ticket.permanently_deleted",
        "ticket.marked_as_spam"
      })
  void aTicketThatIsNoneAnyMoreDoesNotWaitForEver(String kind) {
    assertThat(
            Fixture.of("zendesk/ticket-merged")
                .with("type", "zen:event-type:" + kind)
                .toldBy(zendesk))
        .containsExactly(ENDED + "system", WRAPPED_UP);
  }

  @Test
  void aSolvedTicketThatOpensAgainWaitsAnew() {
    assertThat(status("SOLVED", "OPEN"))
        .containsExactly("interaction.reopened", "interaction.queued queue=helpdesk:group-620");
  }

  @Test
  void aSolvedTicketThatIsPutOnPendingIsReopenedAndNobodyWaits() {
    assertThat(status("SOLVED", "PENDING")).containsExactly("interaction.reopened");
  }

  @Test
  void onHoldIsHeldAndTakenUpAgain() {
    assertThat(status("OPEN", "HOLD")).containsExactly("interaction.held");
    assertThat(status("HOLD", "OPEN")).containsExactly("interaction.resumed");
    assertThat(status("hold", "pending")).containsExactly("interaction.resumed");
  }

  @Test
  void aCustomersAnswerGoesToTheAssigneeOrElseToTheLine() {
    Fixture assigned =
        Fixture.of("zendesk/ticket-status-changed")
            .with("event.previous", "PENDING")
            .with("event.current", "OPEN");

    assertThat(assigned.toldBy(zendesk)).isEmpty();
    assertThat(assigned.with("detail.assignee_id", null).toldBy(zendesk))
        .containsExactly("interaction.queued queue=helpdesk:group-620");
  }

  @Test
  void noWordOfAMessageSubjectOrDescriptionIsTold() {
    for (String name :
        List.of("ticket-created", "ticket-comment-by-agent", "ticket-comment-by-customer")) {
      assertThat(Fixture.of("zendesk/" + name).translatedBy(zendesk).events().toString())
          .doesNotContain("parcel", "Hoffmann", "mail.example", "5550199");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "voice, VOICE",
    "web, EMAIL",
    "native_messaging, MESSAGING",
    "chat, CHAT",
    "sms, SMS",
    "facebook, SOCIAL",
    "mobile_sdk, APP",
    "something_new, EMAIL"
  })
  void theChannelIsTheOneItCameThrough(String via, Channel channel) {
    Event created =
        Fixture.of("zendesk/ticket-created")
            .with("detail.via.channel", via)
            .translatedBy(zendesk)
            .events()
            .get(0);

    assertThat(((InteractionEvent) created).contact().channel()).isEqualTo(channel);
  }

  private List<String> told(String fixture) {
    return Fixture.of("zendesk/" + fixture).toldBy(zendesk);
  }

  private List<String> status(String previous, String current) {
    return Fixture.of("zendesk/ticket-status-changed")
        .with("event.previous", previous)
        .with("event.current", current)
        .toldBy(zendesk);
  }
}
