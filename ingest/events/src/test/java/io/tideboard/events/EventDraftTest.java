// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import static io.tideboard.events.EventField.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventDraftTest {

  private static final Instant TIME = Instant.parse("2026-03-02T08:30:00Z");

  @Test
  void fieldsMakeAnEvent() {
    Event event =
        draft(EventType.INTERACTION_QUEUED)
            .set(INTERACTION, "call-7")
            .set(QUEUE, "sales")
            .set(PRIORITY, 2)
            .build();

    assertThat(event)
        .isEqualTo(
            new InteractionEvent(
                new EventHeader("e-1", "pbx-1", TIME),
                Contact.of("call-7").in("sales"),
                new InteractionChange.Queued(2)));
  }

  @Test
  void fieldsThatTheTypeDoesNotHaveAreIgnored() {
    Event event = draft(EventType.SOURCE_RESTARTED).set(QUEUE, "sales").set(SCORE, 99.0).build();

    assertThat(event).isEqualTo(new SourceRestarted(new EventHeader("e-1", "pbx-1", TIME)));
  }

  @Test
  void nullAndTheEmptyStringUnsetAField() {
    EventDraft draft = draft(EventType.SOURCE_RESTARTED);

    assertThat(draft.set(SOURCE, "").text(SOURCE)).isNull();
    assertThat(draft.set(ID, null).text(ID)).isNull();
  }

  @Test
  void aHeaderCanBeTakenFromAnotherDraft() {
    Event event =
        new EventDraft()
            .headerOf(draft(EventType.AGENT_STATE))
            .type(EventType.SOURCE_RESTARTED)
            .build();

    assertThat(event.header()).isEqualTo(new EventHeader("e-1", "pbx-1", TIME));
  }

  @Test
  void aValueOfAnotherKindIsAProgrammingError() {
    assertThatThrownBy(() -> new EventDraft().set(PRIORITY, "3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 in priority: expected a WHOLE");
  }

  @Test
  void aDraftWithoutTypeIsRefused() {
    assertThatThrownBy(() -> new EventDraft().set(ID, "e-1").build())
        .isInstanceOf(InvalidEvent.class)
        .hasMessage("nothing in type: expected a type such as interaction.queued");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INTERACTION_CREATED  | interaction | 1 or more characters
          INTERACTION_QUEUED   | interaction | 1 or more characters
          INTERACTION_DECLINED | interaction | 1 or more characters
          AGENT_STATE          | agent       | 1 or more characters
          QUEUE_SNAPSHOT       | waiting     | a list
          AGENT_SNAPSHOT       | agents      | a list
          SCHEDULE_PUBLISHED   | queue       | 1 or more characters
          """)
  void theFirstFieldThatATypeNeedsIsNamed(EventType type, String field, String expected) {
    assertMissing(draft(type), field, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INTERACTION_QUEUED   | queue  | 1 to 128 characters
          INTERACTION_OFFERED  | agent  | 1 to 128 characters
          INTERACTION_ANSWERED | agent  | 1 to 128 characters
          INTERACTION_DECLINED | reason | one of rejected, no_answer
          INTERACTION_DEQUEUED | reason | one of timeout, overflow, exit_key, withdrawn, no_agents, closed
          INTERACTION_MESSAGE  | author | one of customer, agent, bot, system
          INTERACTION_FEEDBACK | kind   | one of csat, nps, ces
          """)
  void whatAChangeNeedsIsNamed(EventType type, String field, String expected) {
    assertMissing(draft(type).set(INTERACTION, "call-7"), field, expected);
  }

  @Test
  void whatAgentsAndSchedulesNeedIsNamed() {
    EventDraft state = draft(EventType.AGENT_STATE).set(AGENT, "amira");
    EventDraft feedback =
        draft(EventType.INTERACTION_FEEDBACK)
            .set(INTERACTION, "call-7")
            .set(KIND, FeedbackKind.NPS);
    EventDraft schedule = draft(EventType.SCHEDULE_PUBLISHED).set(QUEUE, "sales");

    assertMissing(
        state, "state", "one of available, busy, wrap_up, break, training, meeting, away, offline");
    assertMissing(feedback, "score", "a number");
    assertMissing(schedule, "interval", "an RFC 3339 time with offset");
    assertMissing(schedule.set(INTERVAL, TIME), "minutes", "a whole number");
    assertMissing(schedule.set(MINUTES, 30), "agents", "a whole number");
    assertThat(schedule.set(PLANNED_AGENTS, 0).build())
        .isEqualTo(
            new SchedulePublished(new EventHeader("e-1", "pbx-1", TIME), "sales", TIME, 30, 0));
  }

  @Test
  void idSourceAndTimeAreNeededByEveryType() {
    for (EventField field : List.of(ID, SOURCE, EventField.TIME)) {
      EventDraft draft = draft(EventType.SOURCE_RESTARTED).set(field, null);

      assertMissing(
          draft,
          field.wire(),
          field == EventField.TIME ? "an RFC 3339 time with offset" : "1 or more characters");
    }
  }

  @Test
  void listsAndMapsThatAreNotSaidAreEmpty() {
    Event event =
        draft(EventType.AGENT_STATE).set(AGENT, "amira").set(STATE, AgentState.AWAY).build();

    assertThat(event)
        .isEqualTo(
            new AgentStateChanged(
                new EventHeader("e-1", "pbx-1", TIME),
                "amira",
                AgentState.AWAY,
                null,
                List.of(),
                Map.of()));
  }

  private static EventDraft draft(EventType type) {
    return new EventDraft(type).set(ID, "e-1").set(SOURCE, "pbx-1").set(EventField.TIME, TIME);
  }

  private static void assertMissing(EventDraft draft, String field, String expected) {
    InvalidEvent invalid = catchThrowableOfType(InvalidEvent.class, draft::build);

    assertThat(invalid.code()).isEqualTo(ErrorCode.MISSING_FIELD);
    assertThat(invalid.field()).isEqualTo(field);
    assertThat(invalid).hasMessage("nothing in " + field + ": expected " + expected);
  }
}
