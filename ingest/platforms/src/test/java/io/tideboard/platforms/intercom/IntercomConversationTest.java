// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.desk.Fixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntercomConversationTest {

  private static final String ITEM = "data.item.";
  private static final String PART = ITEM + "conversation_parts.conversation_parts.0.";
  private static final String QUEUED = "interaction.queued queue=helpdesk:team-9680";
  private static final String ANSWERED = "interaction.answered agent=helpdesk:agent-333";
  private static final String WRAPPED_UP = "interaction.wrapped_up";
  private static final String RESOLVED = "interaction.resolved";

  private final Intercom intercom = new Intercom();

  @Test
  void aConversationOfACustomerBeginsWithItsMessageAndWaits() {
    assertThat(told("conversation-user-created"))
        .containsExactly("interaction.created", "interaction.message author=customer", QUEUED);
  }

  @Test
  void aConversationTellsItsChannelAndCustomerAndBeganWhenItWasCreated() {
    Event event = of("conversation-user-created").translatedBy(intercom).events().get(0);
    var contact = ((InteractionEvent) event).contact();

    assertThat(contact.interaction()).isEqualTo("helpdesk:215400077");
    assertThat(contact.channel()).isEqualTo(Channel.CHAT);
    assertThat(contact.customer()).isEqualTo("eva.hoffmann@mail.example");
    assertThat(event.header().occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:30:00Z"));
    assertThat(event.header().id()).isEqualTo("notif_1001:created");
  }

  @ParameterizedTest
  @CsvSource({
    "email, EMAIL",
    "whatsapp, MESSAGING",
    "sms, SMS",
    "instagram, SOCIAL",
    "phone_call, VOICE",
    "push, APP",
    "conversation, CHAT",
    "of_next_year, CHAT"
  })
  void theChannelIsThatOfTheSource(String type, Channel channel) {
    Event event =
        of("conversation-user-created")
            .with(ITEM + "source.type", type)
            .translatedBy(intercom)
            .events()
            .get(0);

    assertThat(((InteractionEvent) event).contact().channel()).isEqualTo(channel);
  }

  @Test
  void withoutAnAddressTheContactsIdIsTheCustomer() {
    Event event =
        of("conversation-user-created")
            .with(ITEM + "source.author.email", "")
            .translatedBy(intercom)
            .events()
            .get(0);

    assertThat(((InteractionEvent) event).contact().customer())
        .isEqualTo("helpdesk:customer-696205460674");
  }

  @Test
  void aConversationThatAnAiAgentTakesPartInDoesNotWaitYet() {
    assertThat(
            of("conversation-user-created")
                .with(ITEM + "ai_agent_participated", true)
                .toldBy(intercom))
        .containsExactly("interaction.created", "interaction.message author=customer");
  }

  @Test
  void aConversationOfNoTeamWaitsUnassigned() {
    assertThat(of("conversation-user-created").with(ITEM + "team_assignee_id", 0).toldBy(intercom))
        .contains("interaction.queued queue=helpdesk:unassigned");
  }

  @Test
  void aConversationThatAnAdminBeganIsOutbound() {
    assertThat(
            of("conversation-user-created")
                .with("topic", "conversation.admin.single.created")
                .with(ITEM + "source.delivered_as", "admin_initiated")
                .withJson(ITEM + "source.author", "{\"type\": \"admin\", \"id\": \"333\"}")
                .toldBy(intercom))
        .containsExactly(
            "interaction.created direction=outbound",
            "interaction.message agent=helpdesk:agent-333 direction=outbound author=agent");
  }

  @Test
  void aCustomersReplyIsAMessage() {
    assertThat(told("conversation-user-replied"))
        .containsExactly("interaction.message author=customer");
  }

  @Test
  void aCustomersReplyAfterTheCloseReopensOnceHoweverOftenTheCustomerWrites() {
    Fixture first = afterClose("notif_1", 1772440500);
    Fixture second = afterClose("notif_2", 1772440510);

    assertThat(first.toldBy(intercom))
        .containsExactly("interaction.message author=customer", "interaction.reopened", QUEUED);
    assertThat(ids(first).subList(1, 3)).isEqualTo(ids(second).subList(1, 3));
    assertThat(ids(first).get(0)).isNotEqualTo(ids(second).get(0));
  }

  @Test
  void aCustomersReplyAfterAnAdminHasRepliedAgainReopensNothing() {
    assertThat(
            afterClose("notif_1", 1772440500)
                .with(ITEM + "statistics.last_admin_reply_at", "2026-03-02T08:34:50.000Z")
                .toldBy(intercom))
        .containsExactly("interaction.message author=customer");
  }

  @Test
  void aPartThatOpensReopensWithoutStatistics() {
    assertThat(of("conversation-user-replied").with(PART + "part_type", "open").toldBy(intercom))
        .contains("interaction.reopened", QUEUED);
  }

  @Test
  void theFirstReplyOfAnAdminAnswers() {
    assertThat(told("conversation-admin-replied"))
        .containsExactly("interaction.message agent=helpdesk:agent-333 author=agent", ANSWERED);
  }

  @Test
  void theTimeIsThatOfThePartAndNotOfItsNotification() {
    Event event = of("conversation-admin-replied").translatedBy(intercom).events().get(0);

    assertThat(event.header().occurredAt()).isEqualTo(Instant.ofEpochSecond(1772440300));
  }

  @Test
  void aReplyThatClosesLeavesTheAnswerToTheClose() {
    assertThat(
            of("conversation-admin-replied")
                .with(ITEM + "state", "closed")
                .with(ITEM + "open", false)
                .toldBy(intercom))
        .containsExactly("interaction.message agent=helpdesk:agent-333 author=agent");
  }

  @Test
  void repliesOfBotsAnswerNothing() {
    assertThat(told("conversation-operator-replied"))
        .containsExactly("interaction.message author=bot");
    assertThat(of("conversation-admin-replied").with(PART + "author.type", "bot").toldBy(intercom))
        .containsExactly("interaction.message author=bot");
  }

  @Test
  void anAssignmentToAnAdminIsAnOffer() {
    assertThat(told("conversation-admin-assigned"))
        .containsExactly("interaction.offered agent=helpdesk:agent-333");
  }

  @Test
  void anAssignmentThatTwoTopicsTellIsOne() {
    Translation assigned = of("conversation-admin-assigned").translatedBy(intercom);
    Translation openAssigned =
        of("conversation-admin-assigned")
            .with("topic", "conversation.admin.open.assigned")
            .with("id", "notif_another")
            .translatedBy(intercom);

    assertThat(openAssigned.events()).isEqualTo(assigned.events());
  }

  @Test
  void anAssignmentToATeamIsATransferWhileTheCustomerWaits() {
    Fixture toTeam =
        of("conversation-admin-assigned")
            .withJson(PART + "assigned_to", "{\"type\": \"team\", \"id\": \"9681\"}");

    assertThat(toTeam.toldBy(intercom))
        .containsExactly("interaction.transferred toQueue=helpdesk:team-9681");
    assertThat(toTeam.with(ITEM + "waiting_since", null).toldBy(intercom)).isEmpty();
  }

  @Test
  void anAssignmentToNobodyGoesBackToTheLineOfTheTeam() {
    assertThat(
            of("conversation-admin-assigned")
                .withJson(PART + "assigned_to", "{\"type\": \"nobody_admin\", \"id\": null}")
                .toldBy(intercom))
        .containsExactly("interaction.transferred toQueue=helpdesk:team-9680");
  }

  @Test
  void aBotThatGivesAConversationOfTheAiAgentToATeamEscalates() {
    assertThat(
            of("conversation-admin-assigned")
                .withJson(PART + "assigned_to", "{\"type\": \"team\", \"id\": \"9681\"}")
                .with(PART + "author.type", "bot")
                .with(ITEM + "ai_agent_participated", true)
                .toldBy(intercom))
        .containsExactly("interaction.escalated toQueue=helpdesk:team-9681 reason=bot_handoff");
  }

  @Test
  void whoeverClosesAConversationHasServedIt() {
    assertThat(told("conversation-admin-closed"))
        .containsExactly(ANSWERED, "interaction.ended by=agent", WRAPPED_UP, RESOLVED);
  }

  @Test
  void conversationsInTheOldestFormAreReadAsWell() {
    Translation translation = of("conversation-admin-closed-older").translatedBy(intercom);

    assertThat(told("conversation-admin-closed-older"))
        .containsExactly(
            ANSWERED + " direction=outbound",
            "interaction.ended direction=outbound by=agent",
            WRAPPED_UP + " direction=outbound",
            RESOLVED + " direction=outbound");
    assertThat(((InteractionEvent) translation.events().get(0)).contact().customer())
        .isEqualTo("eva.hoffmann@mail.example");
  }

  @Test
  void theAiAgentThatResolvesContains() {
    Fixture closedByBot =
        of("conversation-admin-closed")
            .with(PART + "author.type", "bot")
            .withJson(ITEM + "ai_agent", "{\"resolution_state\": \"assumed_resolution\"}");

    assertThat(closedByBot.toldBy(intercom))
        .containsExactly(
            "interaction.ended by=system", WRAPPED_UP, RESOLVED, "interaction.contained");
    assertThat(
            closedByBot
                .with(ITEM + "statistics.first_admin_reply_at", "2026-03-02T08:33:00Z")
                .toldBy(intercom))
        .containsExactly("interaction.ended by=system", WRAPPED_UP, RESOLVED);
  }

  @Test
  void aConversationThatTheCustomerClosesWasEndedByTheCustomer() {
    assertThat(of("conversation-admin-closed").with(PART + "author.type", "user").toldBy(intercom))
        .containsExactly("interaction.ended by=customer", WRAPPED_UP, RESOLVED);
  }

  @Test
  void aConversationThatAnAdminOpensAgainWaitsAnew() {
    assertThat(topic("conversation.admin.opened")).containsExactly("interaction.reopened", QUEUED);
  }

  @Test
  void snoozedIsHeldAndTakenUpAgain() {
    assertThat(topic("conversation.admin.snoozed")).containsExactly("interaction.held");
    assertThat(topic("conversation.admin.unsnoozed")).containsExactly("interaction.resumed");
  }

  @Test
  void aDeletedConversationOfWhichOnlyTheIdIsLeftDoesNotWaitForEver() {
    assertThat(
            of("conversation-user-replied")
                .with("topic", "conversation.deleted")
                .withJson("data.item", "{\"type\": \"conversation\", \"id\": \"215400077\"}")
                .toldBy(intercom))
        .containsExactly("interaction.ended by=system", WRAPPED_UP);
  }

  @Test
  void aRatingIsFeedbackOnceEvenWhenARemarkComesLater() {
    Fixture rated = rated("{\"rating\": 4, \"remark\": null, \"created_at\": 1772440700}");
    Fixture remarked =
        rated("{\"rating\": 4, \"remark\": \"Quick help\", \"created_at\": 1772440700}")
            .with("id", "notif_another");

    assertThat(rated.toldBy(intercom))
        .containsExactly("interaction.feedback agent=helpdesk:agent-333 kind=csat score=4.0");
    assertThat(remarked.toldBy(intercom).get(0)).endsWith("comment=Quick help");
    assertThat(ids(remarked)).isEqualTo(ids(rated));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"conversation.admin.noted", "conversation.read", "conversation.priority.updated"})
  void notesAndReadsAreIgnoredAndCounted(String topic) {
    assertThat(of("conversation-admin-replied").with("topic", topic).translatedBy(intercom))
        .isEqualTo(Translation.ignoring(topic));
  }

  @Test
  void noWordOfAMessageIsTold() {
    assertThat(of("conversation-user-created").translatedBy(intercom).events().toString())
        .doesNotContain("parcel");
  }

  private List<String> told(String fixture) {
    return of(fixture).toldBy(intercom);
  }

  private List<String> topic(String topic) {
    return of("conversation-admin-replied").with("topic", topic).toldBy(intercom);
  }

  private static Fixture of(String fixture) {
    return Fixture.of("intercom/" + fixture);
  }

  private static Fixture afterClose(String id, long at) {
    return of("conversation-user-replied")
        .with("id", id)
        .with(PART + "created_at", at)
        .with(ITEM + "statistics.last_close_at", "2026-03-02T08:34:00.000Z");
  }

  private static Fixture rated(String rating) {
    return of("conversation-admin-closed")
        .with("topic", "conversation.rating.added")
        .withJson(ITEM + "conversation_rating", rating);
  }

  private List<String> ids(Fixture fixture) {
    return fixture.translatedBy(intercom).events().stream()
        .map(event -> event.header().id())
        .toList();
  }
}
