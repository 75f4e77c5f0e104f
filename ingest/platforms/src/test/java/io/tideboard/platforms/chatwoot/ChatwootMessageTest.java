// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.desk.Fixture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatwootMessageTest {

  private final Chatwoot chatwoot = new Chatwoot();

  @Test
  void anIncomingMessageIsTheCustomers() {
    Translation translation = message().translatedBy(chatwoot);

    assertThat(message().toldBy(chatwoot)).containsExactly("interaction.message author=customer");
    assertThat(translation.events())
        .singleElement()
        .extracting(Event::key)
        .isEqualTo("helpdesk:57");
  }

  @Test
  void aMessageSentTwiceInDifferentDeliveriesIsOne() {
    Translation first = message().header("x-chatwoot-delivery", "d-1").translatedBy(chatwoot);
    Translation second = message().header("x-chatwoot-delivery", "d-2").translatedBy(chatwoot);

    assertThat(second.events()).isEqualTo(first.events());
    assertThat(first.events().get(0).header().id()).isEqualTo("message:902:message");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T08:30:02.000Z",
        "1772440202",
        "2026-03-02 08:30:02 UTC",
        "1772440202.0"
      })
  void timesAreReadInEveryFormThatReleasesHaveWritten(String createdAt) {
    Event event = message().with("created_at", createdAt).translatedBy(chatwoot).events().get(0);

    assertThat(event.header().occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:30:02Z"));
  }

  @Test
  void theFirstReplyOfAnAgentAnswers() {
    assertThat(reply().toldBy(chatwoot))
        .containsExactly(
            "interaction.message agent=helpdesk:agent-9 author=agent",
            "interaction.answered agent=helpdesk:agent-6");
  }

  @Test
  void theReplyToAConversationOfNobodyIsItsWritersAnswer() {
    assertThat(reply().with("conversation.meta.assignee", null).toldBy(chatwoot))
        .contains("interaction.answered agent=helpdesk:agent-9");
  }

  @Test
  void aReplyToWhatIsAlreadyResolvedLeavesTheAnswerToTheChangeOfStatus() {
    assertThat(reply().with("conversation.status", "resolved").toldBy(chatwoot))
        .containsExactly("interaction.message agent=helpdesk:agent-9 author=agent");
  }

  @Test
  void whatABotOrARuleWritesAnswersNothing() {
    assertThat(reply().with("sender.type", "agent_bot").toldBy(chatwoot))
        .containsExactly("interaction.message author=bot");
    assertThat(reply().with("sender", null).toldBy(chatwoot))
        .containsExactly("interaction.message author=bot");
  }

  @ParameterizedTest
  @CsvSource({"activity, false", "template, false", "2, false", "outgoing, true"})
  void activitiesTemplatesAndPrivateNotesAreIgnoredAndCounted(String type, boolean note) {
    Translation translation =
        message().with("message_type", type).with("private", note).translatedBy(chatwoot);

    assertThat(translation.events()).isEmpty();
    assertThat(translation.ignored()).isEqualTo(Map.of("message_created", 1));
  }

  @Test
  void anAnsweredSurveyIsFeedback() {
    assertThat(Fixture.of("chatwoot/survey-answered").toldBy(chatwoot))
        .containsExactly(
            "interaction.feedback agent=helpdesk:agent-6 kind=csat score=5.0 comment=Quick help");
  }

  @Test
  void anUpdateOfAnotherMessageOrOfAnUnansweredSurveyIsIgnored() {
    assertThat(message().with("event", "message_updated").toldBy(chatwoot)).isEmpty();
    assertThat(
            Fixture.of("chatwoot/survey-answered")
                .without("content_attributes.submitted_values")
                .toldBy(chatwoot))
        .isEmpty();
  }

  @Test
  void aRatingOutsideItsScaleIsRefused() {
    InvalidEvent why =
        Fixture.of("chatwoot/survey-answered")
            .with("content_attributes.submitted_values.csat_survey_response.rating", 11)
            .translatedBy(chatwoot)
            .refused()
            .get(0);

    assertThat(why).hasMessage("'11.0' in score: expected a number from 1.0 to 5.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contact_created",
        "contact_updated",
        "webwidget_triggered",
        "conversation_typing_on",
        "message_of_next_year"
      })
  void eventsOfNoConcernAreIgnoredAndCounted(String event) {
    assertThat(message().with("event", event).translatedBy(chatwoot))
        .isEqualTo(Translation.ignoring(event));
  }

  @Test
  void noWordOfAMessageIsTold() {
    assertThat(message().translatedBy(chatwoot).events().toString()).doesNotContain("parcel");
    assertThat(reply().translatedBy(chatwoot).events().toString())
        .doesNotContain("parcel", "Hoffmann");
  }

  @Test
  void aMessageThatNamesNoConversationIsRefused() {
    InvalidEvent why = message().without("conversation").translatedBy(chatwoot).refused().get(0);

    assertThat(why.code()).isEqualTo(ErrorCode.MISSING_FIELD);
    assertThat(why.field()).isEqualTo("conversation.id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"event":       | malformed_json
          []              | not_an_object
          {"id": 7}       | missing_field
          {"event": true} | wrong_type
          """)
  void aBodyThatIsNoEventIsInvalidAsAWhole(String body, String code) {
    InvalidEvent why =
        catchThrowableOfType(
            InvalidEvent.class,
            () ->
                chatwoot.translate(
                    Fixture.delivery(body.getBytes(StandardCharsets.UTF_8), Map.of())));

    assertThat(why.code().wire()).isEqualTo(code);
  }

  private static Fixture message() {
    return Fixture.of("chatwoot/message-created");
  }

  private static Fixture reply() {
    return message()
        .with("message_type", "outgoing")
        .withJson(
            "sender",
            "{\"id\": 9, \"name\": \"Bea\", \"email\": \"bea@shop.example\", \"type\": \"user\"}");
  }
}
