// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.tally.Measure;
import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.EventType;
import io.tideboard.events.InteractionEvent;
import io.tideboard.testkit.oracle.NaiveOracle;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Narrow inputs miss bugs: what the generator never makes is never tested. */
class HistoriesTest {

  private static final List<Event> MANY = Histories.of(7, 600);

  @Test
  void sameSeedIsTheSameHistory() {
    assertThat(Histories.of(7, 600)).isEqualTo(MANY);
    assertThat(Histories.of(8, 600)).isNotEqualTo(MANY);
    assertThat(Disorder.seeded(3).shuffled(MANY)).isEqualTo(Disorder.seeded(3).shuffled(MANY));
  }

  @Test
  void everyChannelAndEveryTypeOfTheLifecycleOccurs() {
    Set<Object> channels =
        MANY.stream()
            .map(e -> ((InteractionEvent) e).contact().channel())
            .collect(Collectors.toSet());
    assertThat(channels).containsAll(EnumSet.allOf(Channel.class));
    assertThat(MANY)
        .extracting(Event::type)
        .contains(
            EventType.INTERACTION_CREATED,
            EventType.INTERACTION_DECLINED,
            EventType.INTERACTION_HELD,
            EventType.INTERACTION_RESUMED,
            EventType.INTERACTION_TRANSFERRED,
            EventType.INTERACTION_ESCALATED,
            EventType.INTERACTION_ABANDONED,
            EventType.INTERACTION_DEQUEUED,
            EventType.INTERACTION_CALLBACK_REQUESTED,
            EventType.INTERACTION_WRAPPED_UP);
  }

  @Test
  void everyMeasureOccurs() {
    List<Event> history =
        Platforms.restarting(
            7, Platforms.listing(7, Disorder.seeded(7).skewed(MANY, 0.2, Duration.ofMinutes(5))));
    NaiveOracle oracle = NaiveOracle.of(history, Catalogs.MIXED);
    for (Measure measure : Measure.values()) {
      if (measure != Measure.OPEN) {
        long sum =
            oracle.queues().stream()
                .mapToLong((QueueKey key) -> oracle.total(key).get(measure))
                .sum();
        assertThat(sum).as("%s", measure).isPositive();
      }
    }
    assertThat(oracle.breaches().values())
        .extracting(breach -> breach.kind())
        .containsAll(Arrays.asList(BreachKind.values()));
  }

  @Test
  void disorderCutsDuplicatesAndDelaysWithoutInventing() {
    Disorder disorder = Disorder.seeded(1);
    assertThat(disorder.cut(MANY, 0.5)).isSubsetOf(MANY).hasSizeLessThan(MANY.size());
    assertThat(disorder.duplicated(MANY, 0.5)).hasSizeGreaterThan(MANY.size());
    assertThat(disorder.duplicated(MANY, 0.5)).containsOnlyElementsOf(MANY);
    assertThat(disorder.delayed(MANY, Duration.ofMinutes(5)))
        .containsExactlyInAnyOrderElementsOf(MANY)
        .isNotEqualTo(MANY);
  }
}
