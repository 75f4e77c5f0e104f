// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.desk.Fixture;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskEnvelopeTest {

  private final Zendesk zendesk = new Zendesk();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ticket.priority_changed",
        "ticket.tags_changed",
        "agent.max_capacity_changed",
        "agent.groups_updated",
        "user.created",
        "organization.name_changed",
        "ticket.something_of_next_year"
      })
  void eventsOfNoConcernAreIgnoredAndCounted(String kind) {
    Translation translation =
        Fixture.of("zendesk/ticket-created")
            .with("type", "zen:event-type:" + kind)
            .translatedBy(zendesk);

    assertThat(translation.events()).isEmpty();
    assertThat(translation.refused()).isEmpty();
    assertThat(translation.ignored()).isEqualTo(Map.of(kind, 1));
  }

  @Test
  void fieldsThatAreNotKnownAreIgnored() {
    assertThat(
            Fixture.of("zendesk/ticket-created")
                .withJson("detail.of_next_year", "{\"deep\": [1, {\"er\": null}]}")
                .toldBy(zendesk))
        .hasSize(2);
  }

  @Test
  void theBodyOfATriggerIsIgnored() {
    Translation translation =
        translated("{\"ticket\": {\"id\": \"35\", \"status\": \"open\"}, \"action\": \"x\"}");

    assertThat(translation.ignored()).isEqualTo(Map.of("untyped", 1));
  }

  @Test
  void recordsOfTheMetricsExportAreIgnoredOneByOne() {
    Translation translation =
        translated(
            "[{\"id\": 1, \"ticket_id\": 9, \"metric\": \"reply_time\", \"type\": \"activate\"},"
                + "{\"id\": 2, \"ticket_id\": 9, \"metric\": \"reply_time\", \"type\": \"fulfill\"}]");

    assertThat(translation.ignored()).isEqualTo(Map.of("activate", 1, "fulfill", 1));
  }

  @Test
  void oneBadEntryOfAnArrayDoesNotCostTheOthers() {
    String created =
        new String(Fixture.of("zendesk/ticket-created").body(), StandardCharsets.UTF_8);
    Translation translation = translated("[7, " + created + "]");

    assertThat(translation.events()).hasSize(2);
    assertThat(translation.refused())
        .singleElement()
        .extracting(InvalidEvent::code)
        .isEqualTo(ErrorCode.NOT_AN_OBJECT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id             | missing_field | id
          detail.id      | missing_field | detail.id
          time           | missing_field | updated_at
          """)
  void whatAnEventNeedsIsNamedWhenItIsMissing(String path, String code, String field) {
    Fixture fixture = Fixture.of("zendesk/ticket-created").without(path).without("subject");
    if (path.equals("time")) {
      fixture.without("detail.updated_at");
    }
    InvalidEvent why = fixture.translatedBy(zendesk).refused().get(0);

    assertThat(why.code().wire()).isEqualTo(code);
    assertThat(why.field()).endsWith(field);
    assertThat(why).hasMessageContaining("expected");
  }

  @Test
  void aValueOfAnotherTypeIsRefusedWithItsPathValueAndExpectation() {
    InvalidEvent why =
        Fixture.of("zendesk/ticket-created")
            .with("time", "yesterday")
            .translatedBy(zendesk)
            .refused()
            .get(0);

    assertThat(why.code()).isEqualTo(ErrorCode.INVALID_TIME);
    assertThat(why.field()).isEqualTo("time");
    assertThat(why.value()).isEqualTo("yesterday");
    assertThat(why).hasMessageContaining("RFC 3339");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":   | malformed_json
          hello      | malformed_json
          7          | not_an_object
          "text"     | not_an_object
          {} {}      | malformed_json
          """)
  void aBodyThatIsNoEventIsInvalidAsAWhole(String body, String code) {
    InvalidEvent why = catchThrowableOfType(InvalidEvent.class, () -> translated(body));

    assertThat(why.code().wire()).isEqualTo(code);
  }

  private Translation translated(String body) {
    return zendesk.translate(Fixture.delivery(body.getBytes(StandardCharsets.UTF_8), Map.of()));
  }
}
