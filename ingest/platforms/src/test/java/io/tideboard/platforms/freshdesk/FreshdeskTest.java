// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideboard.events.Channel;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.SignatureScheme.Verdict;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.desk.Fixture;
import io.tideboard.platforms.desk.Signing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshdeskTest {

  private static final String ADA = "ada@shop.example";
  private static final String ANSWERED = "interaction.answered agent=" + ADA;
  private static final String QUEUED = "interaction.queued queue=Returns";
  private static final String WRAPPED_UP = "interaction.wrapped_up";
  private static final String RESOLVED = "interaction.resolved";

  private final Freshdesk freshdesk = new Freshdesk();

  @Test
  void aNewTicketWaitsInTheLineOfItsGroup() {
    assertThat(template("ticket_created").toldBy(freshdesk))
        .containsExactly("interaction.created", "interaction.message author=customer", QUEUED);
  }

  @Test
  void aTicketTellsItsChannelCustomerAndPriority() {
    Event event = template("ticket_created").translatedBy(freshdesk).events().get(0);
    var contact = ((InteractionEvent) event).contact();

    assertThat(contact.interaction()).isEqualTo("helpdesk:1187");
    assertThat(contact.channel()).isEqualTo(Channel.EMAIL);
    assertThat(contact.customer()).isEqualTo("eva.hoffmann@mail.example");
    assertThat(contact.attributes()).isEqualTo(Map.of("priority", "urgent"));
    assertThat(event.header().occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:30:00Z"));
  }

  @Test
  void theIdIsOfTicketTimeAndEventSoThatARetryAfterAnHourIsRecognised() {
    Translation first = template("ticket_created").translatedBy(freshdesk);
    Translation retry = template("ticket_created").translatedBy(freshdesk);
    Translation later =
        template("ticket_created")
            .with("updated_at", "2026-03-02T08:30:01Z")
            .translatedBy(freshdesk);

    assertThat(retry.events()).isEqualTo(first.events());
    assertThat(first.events().get(0).header().id())
        .isEqualTo("ticket:1187:2026-03-02T08:30:00Z:ticket_created:created");
    assertThat(later.events().get(0).header().id())
        .isNotEqualTo(first.events().get(0).header().id());
  }

  @Test
  void anOutboundEmailWaitsForNobody() {
    assertThat(template("ticket_created").with("source", "Outbound Email").toldBy(freshdesk))
        .containsExactly("interaction.created direction=outbound");
  }

  @ParameterizedTest
  @CsvSource({
    "customer_replied, interaction.message author=customer",
    "Customer replied, interaction.message author=customer",
    "agent_assigned, interaction.offered agent=ada@shop.example",
    "ticket_deleted, interaction.ended by=system"
  })
  void aRulesOwnEventTellsWhatHappened(String event, String told) {
    assertThat(template(event).with("agent_email", ADA).toldBy(freshdesk)).startsWith(told);
  }

  @Test
  void theFirstReplyOfAnAgentAnswers() {
    assertThat(template("agent_replied").with("agent_email", ADA).toldBy(freshdesk))
        .containsExactly("interaction.message agent=" + ADA + " author=agent", ANSWERED);
    assertThat(
            template("agent_replied")
                .with("agent_email", ADA)
                .with("status", "Resolved")
                .toldBy(freshdesk))
        .containsExactly("interaction.message agent=" + ADA + " author=agent");
  }

  @Test
  void whoeverResolvesATicketHasServedIt() {
    assertThat(template("ticket_resolved").with("agent_email", ADA).toldBy(freshdesk))
        .containsExactly(ANSWERED, "interaction.ended by=agent", WRAPPED_UP, RESOLVED);
    assertThat(template("ticket_resolved").toldBy(freshdesk))
        .containsExactly("interaction.ended by=system", WRAPPED_UP, RESOLVED);
  }

  @Test
  void aTicketThatOpensAgainWaitsAnew() {
    assertThat(template("ticket_reopened").toldBy(freshdesk))
        .containsExactly("interaction.reopened", QUEUED);
  }

  @Test
  void aTicketGoesBackToALineOnlyWhileItIsOpenAndNobodyHasIt() {
    assertThat(template("agent_assigned").toldBy(freshdesk))
        .containsExactly("interaction.transferred toQueue=Returns");
    assertThat(template("group_changed").toldBy(freshdesk))
        .containsExactly("interaction.transferred toQueue=Returns");
    assertThat(template("group_changed").with("status", "Pending").toldBy(freshdesk)).isEmpty();
    assertThat(template("group_changed").with("agent_email", ADA).toldBy(freshdesk)).isEmpty();
  }

  @Test
  void aShapeOfSomebodysOwnIsReadTolerantly() {
    Translation translation = Fixture.of("freshdesk/wrapped").translatedBy(freshdesk);
    Event event = translation.events().get(0);

    assertThat(Fixture.of("freshdesk/wrapped").toldBy(freshdesk))
        .containsExactly(ANSWERED, "interaction.ended by=agent", WRAPPED_UP, RESOLVED);
    assertThat(event.key()).isEqualTo("helpdesk:1187");
    assertThat(event.header().occurredAt()).isEqualTo(Instant.parse("2026-03-02T09:15:30Z"));
    assertThat(((InteractionEvent) event).contact().channel()).isEqualTo(Channel.VOICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {ticket_action:created}                         | interaction.created
          {ticket_action:marked_spam}                     | interaction.ended by=system
          {"status":{"from":"Open","to":"Resolved"}}      | interaction.ended by=system
          {status:{from:4,to:2}}                          | interaction.reopened
          {status:{from:5,to:3}}                          | interaction.reopened
          {responder_id:{from:null,to:15000}}             | interaction.transferred toQueue=Returns
          {group_id:{from:7,to:8}}                        | interaction.transferred toQueue=Returns
          {note_type:public}                              | interaction.message author=agent
          {reply_sent:sent}                               | interaction.message author=agent
          """)
  void whatFreshdeskSaysItselfIsReadWhenTheRuleNamesNoEvent(String triggered, String told) {
    assertThat(triggered(triggered).toldBy(freshdesk)).startsWith(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{status:{from:4,to:5}}",
        "{status:{from:2,to:3}}",
        "{priority:{from:1,to:4}}",
        "{note_type:private}",
        "{ticket_action:update}"
      })
  void changesOfNoConcernAreIgnoredAndCounted(String triggered) {
    Translation translation = triggered(triggered).translatedBy(freshdesk);

    assertThat(translation.events()).isEmpty();
    assertThat(translation.refused()).isEmpty();
    assertThat(translation.ignored().values()).containsExactly(1);
  }

  @Test
  void severalChangesOfOneUpdateAreEachTold() {
    Translation translation =
        triggered("{priority:{from:1,to:4},status:{from:4,to:2}}").translatedBy(freshdesk);

    assertThat(translation.events()).hasSize(2);
    assertThat(translation.ignored()).isEqualTo(Map.of("priority", 1));
  }

  @Test
  void theSameChangeToldTwiceInOneUpdateIsOne() {
    assertThat(triggered("{status:{from:4,to:2},status:{from:4,to:2}}").toldBy(freshdesk))
        .containsExactly("interaction.reopened", QUEUED);
  }

  @ParameterizedTest
  @CsvSource({"103, 5.0", "102, 4.5", "101, 4.0", "100, 3.0", "-103, 1.0", "2, 2.0"})
  void aRatingIsFeedbackOnAScaleOfFive(String rating, String score) {
    assertThat(
            template("ticket_rated")
                .with("rating", rating)
                .with("comment", "Quick")
                .toldBy(freshdesk))
        .containsExactly("interaction.feedback kind=csat score=" + score + " comment=Quick");
    assertThat(triggered("{customer_feedback:" + rating + "}").toldBy(freshdesk))
        .containsExactly("interaction.feedback kind=csat score=" + score);
  }

  @Test
  void placeholdersThatWereNotFilledInAreNothing() {
    assertThat(
            template("ticket_created")
                .with("group_name", "{{ticket.group.name}}")
                .toldBy(freshdesk))
        .contains("interaction.queued queue=helpdesk:unassigned");
    assertThat(template("ticket_created").with("group_name", " -- ").toldBy(freshdesk))
        .contains("interaction.queued queue=helpdesk:unassigned");
  }

  @Test
  void withoutATimeOfTheTicketNothingCouldBeRecognisedAgain() {
    InvalidEvent why =
        template("ticket_created").without("updated_at").translatedBy(freshdesk).refused().get(0);

    assertThat(why.code()).isEqualTo(ErrorCode.MISSING_FIELD);
    assertThat(why.field()).isEqualTo("updated_at");
  }

  @Test
  void aTimeWithoutOffsetIsRefused() {
    InvalidEvent why =
        template("ticket_created")
            .with("updated_at", "2026-03-02 08:30:00")
            .translatedBy(freshdesk)
            .refused()
            .get(0);

    assertThat(why.code()).isEqualTo(ErrorCode.TIME_WITHOUT_OFFSET);
  }

  @Test
  void aBodyThatNamesNoEventIsIgnoredAndCounted() {
    assertThat(template("").without("triggered_event").translatedBy(freshdesk))
        .isEqualTo(Translation.ignoring("unnamed"));
  }

  @Test
  void aPlaceholderThatWasNotQuotedMakesTheBodyMalformed() {
    InvalidEvent why =
        catchThrowableOfType(
            InvalidEvent.class,
            () ->
                freshdesk.translate(
                    Signing.delivery("{\"ticket_id\": 7, \"agent\": a@b.example}", Map.of())));

    assertThat(why.code()).isEqualTo(ErrorCode.MALFORMED_JSON);
  }

  @ParameterizedTest
  @CsvSource({
    "x-tideboard-token, of-the-tests, GENUINE",
    "x-tideboard-token, guessed, FORGED",
    "authorization, Basic cnVsZTpvZi10aGUtdGVzdHM=, GENUINE",
    "authorization, Basic cnVsZTpndWVzc2Vk, FORGED",
    "authorization, Basic %%%, FORGED",
    "x-other, of-the-tests, UNSIGNED"
  })
  void aRuleProvesItselfByAHeaderOrByBasicAuthentication(
      String header, String value, Verdict verdict) {
    assertThat(
            freshdesk
                .signature()
                .check(
                    Signing.delivery("{}", Map.of(header, value)),
                    Signing.secrets("newer", "of-the-tests"),
                    Instant.EPOCH))
        .isEqualTo(verdict);
  }

  @Test
  void theTemplateOfTheDocumentationIsTheOneOfTheTests() {
    List<String> names =
        io.tideboard.platforms.support.JsonBody.object(Fixture.bytes("freshdesk/template")).names();

    assertThat(names)
        .containsExactly(
            "event",
            "ticket_id",
            "updated_at",
            "status",
            "source",
            "priority",
            "group_name",
            "agent_email",
            "requester_email",
            "triggered_event");
  }

  private static Fixture template(String event) {
    return Fixture.of("freshdesk/template").with("event", event);
  }

  private static Fixture triggered(String triggered) {
    return Fixture.of("freshdesk/template").without("event").with("triggered_event", triggered);
  }
}
