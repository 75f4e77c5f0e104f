// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.desk.Fixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntercomTicketTest {

  private static final String ITEM = "data.item.";
  private static final String PART = ITEM + "ticket_parts.ticket_parts.0.";
  private static final String ANSWERED = "interaction.answered agent=helpdesk:agent-333";

  private final Intercom intercom = new Intercom();

  @Test
  void aTicketWaitsUntilSomebodyReplies() {
    assertThat(topic("ticket.created").toldBy(intercom))
        .containsExactly("interaction.created", "interaction.queued queue=helpdesk:unassigned");
    assertThat(topic("ticket.admin.replied").toldBy(intercom))
        .containsExactly("interaction.message agent=helpdesk:agent-333 author=agent", ANSWERED);
    assertThat(topic("ticket.contact.replied").toldBy(intercom))
        .containsExactly("interaction.message author=customer");
  }

  @Test
  void aTicketIsOfferedToAnAdminAndTransferredToATeam() {
    assertThat(topic("ticket.admin.assigned").toldBy(intercom))
        .containsExactly("interaction.offered agent=helpdesk:agent-333");
    assertThat(topic("ticket.team.assigned").toldBy(intercom)).isEmpty();
    assertThat(
            topic("ticket.team.assigned")
                .with(ITEM + "admin_assignee_id", "0")
                .with(ITEM + "team_assignee_id", "9681")
                .toldBy(intercom))
        .containsExactly("interaction.transferred toQueue=helpdesk:team-9681");
  }

  @Test
  void theThreeTopicsThatTellOfAResolutionAreOne() {
    Translation byState = resolved("ticket.state.updated", "notif_1").translatedBy(intercom);
    Translation byResolution = resolved("ticket.resolved", "notif_2").translatedBy(intercom);

    assertThat(resolved("ticket.resolved", "notif_2").toldBy(intercom))
        .containsExactly(
            ANSWERED,
            "interaction.ended by=agent",
            "interaction.wrapped_up",
            "interaction.resolved");
    assertThat(byResolution.events()).isEqualTo(byState.events());
  }

  @Test
  void aClosedTicketStandsInsideItsItem() {
    Fixture closed = resolved("ticket.closed", "notif_3");
    String ticket =
        new String(closed.body(), StandardCharsets.UTF_8).replaceFirst(".*\"item\":", "");
    int end = ticket.indexOf("},\"links\"");
    closed.withJson("data.item", "{\"ticket\": " + ticket.substring(0, end) + "}");

    assertThat(closed.translatedBy(intercom).events())
        .isEqualTo(resolved("ticket.resolved", "notif_2").translatedBy(intercom).events());
  }

  @Test
  void aTicketThatIsNoLongerResolvedWaitsAnew() {
    assertThat(
            topic("ticket.state.updated")
                .with(PART + "previous_ticket_state", "resolved")
                .toldBy(intercom))
        .containsExactly("interaction.reopened", "interaction.queued queue=helpdesk:unassigned");
  }

  @Test
  void otherStatesOfATicketAreIgnored() {
    assertThat(topic("ticket.state.updated").translatedBy(intercom))
        .isEqualTo(Translation.ignoring("ticket.state.updated"));
  }

  @Test
  void anAdminInAwayModeIsWhatTheReasonSays() {
    assertThat(Fixture.of("intercom/admin").toldBy(intercom))
        .containsExactly(
            "agent.state agent=helpdesk:agent-333 state=break reason=🥪 On lunch"
                + " queues=[helpdesk:team-9680, helpdesk:team-9681]");
  }

  @ParameterizedTest
  @CsvSource({
    "admin.away_mode_updated, true, , away",
    "admin.away_mode_updated, true, Available from 3, away",
    "admin.away_mode_updated, false, , available",
    "admin.logged_in, false, , available",
    "admin.logged_in, true, , away",
    "admin.logged_out, true, Lunch, offline"
  })
  void anAdminIsHereAwayOrGone(String topic, boolean away, String reason, String state) {
    List<String> told =
        Fixture.of("intercom/admin")
            .with("topic", topic)
            .with(ITEM + "away_mode_enabled", away)
            .with(ITEM + "away_status_reason", reason)
            .toldBy(intercom);

    assertThat(told).singleElement().asString().contains("state=" + state);
  }

  @Test
  void aPingWithoutIdIsIgnoredAndCounted() {
    assertThat(Fixture.of("intercom/ping").translatedBy(intercom))
        .isEqualTo(Translation.ignoring("ping"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"contact.user.created", "call.started", "company.updated", "admin.x"})
  void topicsOfNoConcernAreIgnoredAndCounted(String topic) {
    assertThat(topic(topic).translatedBy(intercom)).isEqualTo(Translation.ignoring(topic));
  }

  @Test
  void aNotificationWithoutIdIsRefused() {
    InvalidEvent why =
        topic("ticket.created").with("id", null).translatedBy(intercom).refused().get(0);

    assertThat(why).hasMessage("nothing in id: expected 1 or more characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"topic"       | malformed_json
          [1]            | not_an_object
          {"id": "x"}    | missing_field
          {"topic": {}}  | wrong_type
          """)
  void aBodyThatIsNoNotificationIsInvalidAsAWhole(String body, String code) {
    InvalidEvent why =
        catchThrowableOfType(
            InvalidEvent.class,
            () ->
                intercom.translate(
                    Fixture.delivery(body.getBytes(StandardCharsets.UTF_8), Map.of())));

    assertThat(why.code().wire()).isEqualTo(code);
  }

  private static Fixture topic(String topic) {
    return Fixture.of("intercom/ticket").with("topic", topic);
  }

  private static Fixture resolved(String topic, String id) {
    return topic(topic).with("id", id).with(ITEM + "ticket_state.category", "resolved");
  }
}
