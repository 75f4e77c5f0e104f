// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Party;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  @Test
  void contactsInterleaveInOrderOfTime() {
    List<Event> scene =
        Timeline.at("2026-03-02T09:00:00Z")
            .queue("sales")
            .voice()
            .contact("c1")
            .queued()
            .after("12s")
            .answeredBy("ada")
            .after("3m")
            .ended()
            .contact("c2")
            .after("5s")
            .queued()
            .after("40s")
            .abandoned()
            .events();
    assertThat(scene)
        .extracting(e -> e.key() + " " + e.type().wire() + " " + e.header().occurredAt())
        .containsExactly(
            "c1 interaction.queued 2026-03-02T09:00:00Z",
            "c2 interaction.queued 2026-03-02T09:00:05Z",
            "c1 interaction.answered 2026-03-02T09:00:12Z",
            "c2 interaction.abandoned 2026-03-02T09:00:45Z",
            "c1 interaction.ended 2026-03-02T09:03:12Z");
  }

  @Test
  void contactGoesOnWhereItWasLeft() {
    List<Event> scene =
        Timeline.at("2026-03-02T09:00:00Z")
            .contact("c1")
            .queued()
            .after("10s")
            .contact("c2")
            .queued()
            .contact("c1")
            .answeredBy("ada")
            .events();
    assertThat(scene.get(2).header().occurredAt()).isEqualTo("2026-03-02T09:00:10Z");
  }

  @Test
  void firstEventOfAContactTellsItsChannel() {
    List<Event> scene =
        Timeline.at("2026-03-02T09:00:00Z").chat().contact("c1").created().queued().events();
    assertThat(scene)
        .extracting(e -> ((InteractionEvent) e).contact().channel())
        .containsExactly(Channel.CHAT, null);
  }

  @Test
  void sameEventTwiceHasOneId() {
    List<Event> scene =
        Timeline.at("2026-03-02T09:00:00Z").contact("c1").queued().twice().ended().events();
    assertThat(scene).extracting(e -> e.header().id()).containsExactly("c1-1", "c1-1", "c1-2");
  }

  @Test
  void everythingThatCanHappenCanBeTold() {
    List<Event> scene =
        Timeline.at("2026-03-02T09:00:00Z")
            .on(Channel.MESSAGING)
            .contact("c1")
            .created()
            .message(Party.CUSTOMER)
            .queued("billing")
            .offeredTo("ada")
            .declinedBy("ada")
            .answeredBy("ben", "billing")
            .held()
            .atPlus("20s")
            .resumed()
            .transferredTo("sales")
            .escalatedTo("tier2")
            .dequeuedFrom("tier2")
            .dequeued()
            .callbackRequested()
            .transferredToAgent("cyd")
            .endedBy(Party.AGENT)
            .wrappedUpBy("ben")
            .wrappedUp()
            .contact("c2")
            .outbound()
            .answeredBy("ada")
            .events();
    assertThat(scene).hasSize(18);
  }

  @Test
  void nothingHappensToNobody() {
    assertThatThrownBy(() -> Timeline.at("2026-03-02T09:00:00Z").queued())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expected contact(...)");
  }

  @Test
  void durationsAreWrittenAsPeopleWriteThem() {
    assertThat(Durations.parse("250ms")).isEqualTo(Duration.ofMillis(250));
    assertThat(Durations.parse("3m20s")).isEqualTo(Duration.ofSeconds(200));
    assertThat(Durations.parse("1.5s")).isEqualTo(Duration.ofMillis(1500));
    assertThatThrownBy(() -> Durations.parse("soon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'soon' as duration");
  }
}
