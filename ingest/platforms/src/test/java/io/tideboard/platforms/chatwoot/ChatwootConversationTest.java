// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.desk.Fixture;
import io.tideboard.platforms.support.Names;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatwootConversationTest {

  private static final String ANSWERED = "interaction.answered agent=helpdesk:agent-6";
  private static final String ENDED = "interaction.ended by=agent";
  private static final String WRAPPED_UP = "interaction.wrapped_up";
  private static final String RESOLVED = "interaction.resolved";

  private final Chatwoot chatwoot = new Chatwoot();

  @Test
  void anOpenConversationWaitsInTheLineOfItsInbox() {
    assertThat(created().toldBy(chatwoot))
        .containsExactly("interaction.created", "interaction.queued queue=helpdesk:inbox-4");
  }

  @Test
  void aConversationTellsItsChannelAndCustomerAndBeganWhenItWasCreated() {
    Event event = created().translatedBy(chatwoot).events().get(0);
    var contact = ((InteractionEvent) event).contact();

    assertThat(contact.interaction()).isEqualTo("helpdesk:57");
    assertThat(contact.channel()).isEqualTo(Channel.CHAT);
    assertThat(contact.customer()).isEqualTo("eva.hoffmann@mail.example");
    assertThat(event.header().occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "Channel::Email, EMAIL",
    "Channel::Whatsapp, MESSAGING",
    "Channel::TwilioSms, SMS",
    "Channel::FacebookPage, SOCIAL",
    "Channel::Voice, VOICE",
    "Channel::OfNextYear, CHAT"
  })
  void theChannelIsThatOfTheInbox(String type, Channel channel) {
    Event event = created().with("channel", type).translatedBy(chatwoot).events().get(0);

    assertThat(((InteractionEvent) event).contact().channel()).isEqualTo(channel);
  }

  @Test
  void withoutAnAddressTheNumberAndThenTheIdIsTheCustomer() {
    Fixture fixture = created().with("meta.sender.email", null);
    assertThat(customer(fixture)).isEqualTo("+49305550199");
    fixture.with("meta.sender.phone_number", null).with("meta.sender.identifier", "crm-77");
    assertThat(customer(fixture)).isEqualTo("crm-77");
    fixture.with("meta.sender.identifier", "");
    assertThat(customer(fixture)).isEqualTo("helpdesk:customer-88");
  }

  @Test
  void anAddressOfAnotherTypeIsNoCustomerAndCostsNothingElse() {
    assertThat(customer(created().with("meta.sender.email", true))).isEqualTo("+49305550199");
  }

  @Test
  void aConversationWithABotDoesNotWait() {
    assertThat(created().with("status", "pending").toldBy(chatwoot))
        .containsExactly("interaction.created");
  }

  @Test
  void aConversationAssignedAtOnceIsOfferedAndStillWaitsForTheFirstReply() {
    assertThat(
            created()
                .withJson("meta.assignee", "{\"id\": 6, \"name\": \"Ada\", \"type\": \"user\"}")
                .toldBy(chatwoot))
        .endsWith("interaction.offered agent=helpdesk:agent-6");
  }

  @Test
  void aConversationAssignedToABotIsOfferedToNobody() {
    assertThat(
            created()
                .withJson("meta.assignee", "{\"id\": 2, \"name\": \"Bo\", \"type\": \"agent_bot\"}")
                .toldBy(chatwoot))
        .hasSize(2);
  }

  @Test
  void whoeverResolvesAConversationHasServedIt() {
    assertThat(status("open", "resolved").toldBy(chatwoot))
        .containsExactly(ANSWERED, ENDED, WRAPPED_UP, RESOLVED);
  }

  @Test
  void aConversationResolvedThoughNobodyEverRepliedWasNotServed() {
    assertThat(status("open", "resolved").with("first_reply_created_at", null).toldBy(chatwoot))
        .containsExactly(ENDED, WRAPPED_UP, RESOLVED);
    assertThat(status("open", "resolved").with("meta.assignee", null).toldBy(chatwoot))
        .containsExactly("interaction.ended by=system", WRAPPED_UP, RESOLVED);
  }

  @Test
  void aBotThatResolvesContains() {
    assertThat(status("pending", "resolved").with("first_reply_created_at", null).toldBy(chatwoot))
        .containsExactly(
            "interaction.ended by=system", WRAPPED_UP, RESOLVED, "interaction.contained");
  }

  @Test
  void aBotThatHandsOverEscalates() {
    assertThat(status("pending", "open").with("first_reply_created_at", null).toldBy(chatwoot))
        .containsExactly("interaction.escalated toQueue=sales reason=bot_handoff");
  }

  @Test
  void whatAnAgentSetAsideComesBackWithoutANewWait() {
    assertThat(status("pending", "open").toldBy(chatwoot)).isEmpty();
  }

  @Test
  void aResolvedConversationThatOpensAgainWaitsAnew() {
    assertThat(status("resolved", "open").toldBy(chatwoot))
        .containsExactly("interaction.reopened", "interaction.queued queue=sales");
  }

  @Test
  void aResolvedConversationThatGoesToTheBotIsReopenedAndNobodyWaits() {
    assertThat(status("resolved", "pending").toldBy(chatwoot))
        .containsExactly("interaction.reopened");
    assertThat(status("open", "pending").toldBy(chatwoot)).isEmpty();
  }

  @Test
  void snoozedIsHeldAndTakenUpAgain() {
    assertThat(status("open", "snoozed").toldBy(chatwoot)).containsExactly("interaction.held");
    assertThat(status("snoozed", "open").toldBy(chatwoot)).containsExactly("interaction.resumed");
  }

  @Test
  void releasesThatDoNotTellFromWhatAConversationOpenedTellAReopening() {
    Fixture older = Fixture.of("chatwoot/conversation-status-changed-older");

    assertThat(older.toldBy(chatwoot))
        .containsExactly("interaction.reopened", "interaction.queued queue=helpdesk:inbox-4");
    assertThat(older.with("status", "resolved").toldBy(chatwoot))
        .containsExactly(ANSWERED, ENDED, WRAPPED_UP, RESOLVED);
  }

  @Test
  void theSameChangeOfStatusIsOneWhetherToldAsAStatusOrAsAnUpdate() {
    Translation asStatus = status("open", "resolved").translatedBy(chatwoot);
    Translation asUpdate =
        status("open", "resolved").with("event", "conversation_updated").translatedBy(chatwoot);

    assertThat(asUpdate.events()).isEqualTo(asStatus.events());
  }

  @Test
  void aChangeToldTwiceInDifferentDeliveriesIsOne() {
    Translation first =
        status("open", "resolved").header("x-chatwoot-delivery", "d-1").translatedBy(chatwoot);
    Translation second =
        status("open", "resolved").header("x-chatwoot-delivery", "d-2").translatedBy(chatwoot);

    assertThat(second.events()).isEqualTo(first.events());
  }

  @Test
  void twoChangesToTheSameStatusAreTwo() {
    Translation first = status("resolved", "open").translatedBy(chatwoot);
    Translation later =
        status("resolved", "open").with("updated_at", 1772444444.5).translatedBy(chatwoot);

    assertThat(ids(later)).doesNotContainAnyElementsOf(ids(first));
  }

  @Test
  void withoutUpdatedAtTheDeliveryTellsChangesApart() {
    Fixture older = Fixture.of("chatwoot/conversation-status-changed-older");
    List<String> first = ids(older.header("x-chatwoot-delivery", "d-1").translatedBy(chatwoot));
    List<String> again = ids(older.header("x-chatwoot-delivery", "d-1").translatedBy(chatwoot));
    List<String> other = ids(older.header("x-chatwoot-delivery", "d-2").translatedBy(chatwoot));

    assertThat(again).isEqualTo(first);
    assertThat(other).doesNotContainAnyElementsOf(first);
  }

  @Test
  void epochsWithAFractionAreReadToTheMicrosecond() {
    Event event = status("open", "resolved").translatedBy(chatwoot).events().get(0);

    assertThat(event.header().occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:41:40.125Z"));
  }

  @Test
  void aNewAssigneeIsOfferedTheConversation() {
    assertThat(changed("assignee_id", "null", "6").toldBy(chatwoot))
        .containsExactly("interaction.offered agent=helpdesk:agent-6");
  }

  @Test
  void aConversationThatLosesItsAssigneeGoesBackToTheLineOnlyWhileTheCustomerWaits() {
    Fixture waits = changed("assignee_id", "6", "null").with("waiting_since", 1772440200);
    Fixture replied = changed("assignee_id", "6", "null").with("waiting_since", 0);

    assertThat(waits.toldBy(chatwoot)).containsExactly("interaction.transferred toQueue=sales");
    assertThat(replied.toldBy(chatwoot)).isEmpty();
  }

  @Test
  void aConversationGivenToATeamIsTransferredWhileTheCustomerWaits() {
    Fixture waits = changed("team_id", "null", "3").with("waiting_since", 1772440200);

    assertThat(waits.toldBy(chatwoot)).containsExactly("interaction.transferred toQueue=sales");
    assertThat(waits.with("waiting_since", 0).toldBy(chatwoot)).isEmpty();
  }

  @Test
  void teamAndAssigneeChangedAtOnceAreBothTold() {
    assertThat(
            changed("team_id", "null", "3")
                .with("waiting_since", 1772440200)
                .withJson(
                    "changed_attributes",
                    "[{\"team_id\": {\"previous_value\": null, \"current_value\": 3}},"
                        + "{\"assignee_id\": {\"previous_value\": null, \"current_value\": 6}}]")
                .toldBy(chatwoot))
        .containsExactly(
            "interaction.offered agent=helpdesk:agent-6", "interaction.transferred toQueue=sales");
  }

  @Test
  void labelsAndOtherAttributesAreIgnoredAndCounted() {
    Translation translation = changed("label_list", "[]", "[\"vip\"]").translatedBy(chatwoot);

    assertThat(translation.events()).isEmpty();
    assertThat(translation.ignored()).isEqualTo(Map.of("conversation_updated", 1));
  }

  @Test
  void inboxesTeamsAndAgentsGoByTheNamesThatTheInstallationTells() {
    Chatwoot named =
        new Chatwoot(Names.of(Map.of("inbox-4", "web", "team-3", "sales-chat", "agent-6", "ada")));

    assertThat(created().toldBy(named)).contains("interaction.queued queue=web");
    assertThat(status("resolved", "open").toldBy(named))
        .contains("interaction.queued queue=sales-chat");
    assertThat(status("open", "resolved").toldBy(named)).contains("interaction.answered agent=ada");
  }

  private static Fixture created() {
    return Fixture.of("chatwoot/conversation-created");
  }

  private static Fixture status(String before, String now) {
    return changed("status", '"' + before + '"', '"' + now + '"')
        .with("event", "conversation_status_changed")
        .with("status", now);
  }

  private static Fixture changed(String name, String before, String now) {
    return Fixture.of("chatwoot/conversation-changed")
        .with("event", "conversation_updated")
        .with("status", "open")
        .withJson(
            "changed_attributes",
            "[{\""
                + name
                + "\": {\"previous_value\": "
                + before
                + ", \"current_value\": "
                + now
                + "}}]");
  }

  private String customer(Fixture fixture) {
    Event event = fixture.translatedBy(chatwoot).events().get(0);
    return String.valueOf(((InteractionEvent) event).contact().customer());
  }

  private static List<String> ids(Translation translation) {
    return translation.events().stream().map(event -> event.header().id()).toList();
  }
}
