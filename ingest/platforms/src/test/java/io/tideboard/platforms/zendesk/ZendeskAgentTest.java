// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Event;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.desk.Fixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZendeskAgentTest {

  private final Zendesk zendesk = new Zendesk();

  @Test
  void theUnifiedStateIsTheAgentsState() {
    assertThat(Fixture.of("zendesk/agent-unified-state").toldBy(zendesk))
        .containsExactly("agent.state agent=helpdesk:agent-41 state=available reason=AGENT_LOGIN");
  }

  @Test
  void theTimeIsThatOfTheChangeAndNotOfItsNotification() {
    Event state = Fixture.of("zendesk/agent-unified-state").translatedBy(zendesk).events().get(0);

    assertThat(state.header().occurredAt()).isEqualTo(Instant.parse("2026-03-02T07:58:11.642630Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "offline, offline",
    "away, away",
    "transfers_only, busy",
    "Transfers only, busy",
    "Lunch, break",
    "Team meeting, meeting",
    "Onboarding training, training",
    "Wrap-up, wrap_up",
    "Fire drill, away"
  })
  void statusesOfACentersOwnAreKnownByTheirWords(String name, String state) {
    assertThat(
            Fixture.of("zendesk/agent-unified-state")
                .with("event.new_unified_state.name", name)
                .toldBy(zendesk))
        .singleElement()
        .asString()
        .contains("state=" + state);
  }

  @Test
  void aStatusOfTheCentersOwnIsTheReason() {
    assertThat(
            Fixture.of("zendesk/agent-unified-state")
                .with("event.new_unified_state.name", "Fire drill")
                .toldBy(zendesk))
        .containsExactly("agent.state agent=helpdesk:agent-41 state=away reason=Fire drill");
  }

  @Test
  void theStateOnAChannelNamesTheChannelAndIsKnownWithoutAType() {
    assertThat(Fixture.of("zendesk/agent-state").toldBy(zendesk))
        .containsExactly("agent.state agent=helpdesk:agent-41 state=available reason=support");
  }

  @ParameterizedTest
  @CsvSource({
    "added, OFFERED, interaction.offered agent=helpdesk:agent-41",
    "added, ACCEPTED, interaction.answered agent=helpdesk:agent-41",
    "updated, ACCEPTED, interaction.answered agent=helpdesk:agent-41",
    "updated, REJECTED, interaction.declined agent=helpdesk:agent-41 reason=rejected",
    "removed, OFFER_TIMEOUT, interaction.declined agent=helpdesk:agent-41 reason=no_answer",
    "removed, NOT_ACCEPTED, interaction.declined agent=helpdesk:agent-41 reason=no_answer",
    "removed, DECLINED, interaction.declined agent=helpdesk:agent-41 reason=rejected",
    "removed, WORK_ITEM_SOLVED, interaction.wrapped_up agent=helpdesk:agent-41"
  })
  void aWorkItemIsOfferedTakenDeclinedAndPutDown(String change, String reason, String told) {
    assertThat(workItem(change, reason).toldBy(zendesk)).containsExactly(told);
  }

  @Test
  void aWorkItemIsItsTicket() {
    Event offered = workItem("added", "OFFERED").translatedBy(zendesk).events().get(0);
    Event byUrn =
        workItem("added", "OFFERED")
            .with("event.work_item_id", "zen:ticket:48300")
            .translatedBy(zendesk)
            .events()
            .get(0);

    assertThat(offered.key()).isEqualTo("helpdesk:48300");
    assertThat(byUrn.key()).isEqualTo(offered.key());
  }

  @ParameterizedTest
  @CsvSource({"updated, UPDATED", "removed, REASSIGNED"})
  void aWorkItemThatChangesForAnotherReasonIsLeftToTheTicketsEvents(String change, String reason) {
    Translation translation = workItem(change, reason).translatedBy(zendesk);

    assertThat(translation.events()).isEmpty();
    assertThat(translation.ignored()).isEqualTo(Map.of("agent.work_item_" + change, 1));
  }

  @Test
  void aMessageOfAnAgentAnswersAMessagingConversation() {
    assertThat(Fixture.of("zendesk/messaging-message").toldBy(zendesk))
        .containsExactly(
            "interaction.message agent=helpdesk:agent-41 author=agent",
            "interaction.answered agent=helpdesk:agent-41");
  }

  @ParameterizedTest
  @CsvSource({"end-user, customer", "system, bot"})
  void messagesOfCustomersAndBotsAnswerNothing(String type, String author) {
    List<String> told =
        Fixture.of("zendesk/messaging-message").with("event.actor.type", type).toldBy(zendesk);

    assertThat(told).containsExactly("interaction.message author=" + author);
  }

  private static Fixture workItem(String change, String reason) {
    return Fixture.of("zendesk/work-item")
        .with("type", "zen:event-type:agent.work_item_" + change)
        .with("event.reason", reason);
  }
}
