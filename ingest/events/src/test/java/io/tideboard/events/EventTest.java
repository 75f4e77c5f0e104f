// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTest {

  private static final List<Event> SAMPLES = SampleEvents.ofEveryType();

  @Test
  void theSamplesAreOfEveryTypeInItsOrder() {
    assertThat(SAMPLES).map(Event::type).containsExactly(EventType.values());
  }

  @Test
  void theTypesAreThoseOfTheContract() {
    assertThat(Arrays.stream(EventType.values()).map(EventType::wire))
        .startsWith("interaction.created", "interaction.queued")
        .contains("interaction.callback_requested", "interaction.wrapped_up", "agent.state")
        .endsWith("agent.snapshot", "source.restarted", "schedule.published")
        .doesNotHaveDuplicates()
        .hasSize(24);
  }

  @Test
  void aTypeIsFoundByNameAndNumber() {
    for (EventType type : EventType.values()) {
      assertThat(EventType.ofWire(type.wire())).isEqualTo(type);
      assertThat(EventType.ofNumber(type.number())).isEqualTo(type);
    }
    assertThat(EventType.ofWire("interaction.teleported")).isNull();
    assertThat(EventType.ofNumber(0)).isNull();
    assertThat(EventType.ofNumber(-1)).isNull();
    assertThat(EventType.ofNumber(25)).isNull();
  }

  @Test
  void anEventIsKeyedByWhatItIsAbout() {
    assertThat(SAMPLES.subList(0, 19)).allMatch(event -> event.key().equals("call-7"));
    assertThat(SAMPLES.subList(19, 24))
        .map(Event::key)
        .containsExactly("amira", "sales", "pbx-1", "pbx-1", "sales");
  }

  @Test
  void everyEventCanBeGivenAnotherHeaderAndKeepsTheRest() {
    EventHeader other = new EventHeader("e-99", "pbx-2", Instant.parse("2026-04-01T00:00:00Z"));
    for (Event event : SAMPLES) {
      Event moved = event.withHeader(other);

      assertThat(moved.header()).isEqualTo(other);
      assertThat(moved.withHeader(event.header())).isEqualTo(event);
    }
  }

  @Test
  void anotherSourceLeavesIdAndTime() {
    EventHeader header = SAMPLES.get(0).header();

    assertThat(header.withSource("pbx-2"))
        .isEqualTo(new EventHeader(header.id(), "pbx-2", header.occurredAt()));
  }

  @Test
  void anotherCustomerKeyLeavesTheRest() {
    InteractionEvent event = (InteractionEvent) SAMPLES.get(1);
    InteractionEvent pseudonymous = event.withCustomer("c:9f3a");

    assertThat(pseudonymous.contact().customer()).isEqualTo("c:9f3a");
    assertThat(pseudonymous.withCustomer(event.contact().customer())).isEqualTo(event);
    assertThat(event.withCustomer(null).contact().customer()).isNull();
  }
}
