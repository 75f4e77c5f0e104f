// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventFieldTest {

  @Test
  void theNamesAreThoseOfTheContract() {
    assertThat(Arrays.stream(EventField.values()).map(EventField::wire))
        .containsExactly(
            "id",
            "source",
            "time",
            "interaction",
            "channel",
            "queue",
            "agent",
            "customer",
            "direction",
            "initiative",
            "attributes",
            "priority",
            "state",
            "reason",
            "author",
            "toQueue",
            "toAgent",
            "by",
            "kind",
            "score",
            "comment",
            "sentiment",
            "queues",
            "capacity",
            "waiting",
            "agents",
            "interval",
            "minutes",
            "agents");
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldIsFoundByItsNumber(EventField field) {
    assertThat(EventField.ofNumber(field.number())).isEqualTo(field);
  }

  @Test
  void numbersAndNamesThatNobodyHasAreNoField() {
    assertThat(EventField.ofNumber(-1)).isNull();
    assertThat(EventField.ofNumber(1)).as("received_at").isNull();
    assertThat(EventField.ofNumber(32)).isNull();
    assertThat(EventField.ofWire("plannedAgents")).isNull();
    assertThat(EventField.ofWire("agents")).isEqualTo(EventField.AGENTS);
  }

  @Test
  void aFieldBelongsToTheTypesThatHaveIt() {
    assertThat(EventField.QUEUE.isOf(EventType.INTERACTION_QUEUED)).isTrue();
    assertThat(EventField.QUEUE.isOf(EventType.QUEUE_SNAPSHOT)).isTrue();
    assertThat(EventField.QUEUE.isOf(EventType.AGENT_STATE)).isFalse();
    assertThat(EventField.SCORE.isOf(EventType.INTERACTION_ENDED)).isFalse();
    assertThat(EventField.ID.isOf(EventType.SOURCE_RESTARTED)).isTrue();
  }

  @Test
  void onlyFieldsWithChoicesHaveThem() {
    assertThat(EventField.CHANNEL.choice("in_person")).isEqualTo(Channel.IN_PERSON);
    assertThat(EventField.CHANNEL.choice(1)).isEqualTo(Channel.VOICE);
    assertThat(EventField.CHANNEL.choice(0)).isNull();
    assertThat(EventField.CHANNEL.choice(13)).isNull();
    assertThatThrownBy(() -> EventField.QUEUE.choice("sales"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("QUEUE holds no choice but a TEXT");
  }
}
