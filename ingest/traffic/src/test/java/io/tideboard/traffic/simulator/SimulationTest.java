// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.AgentState;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.EventType;
import io.tideboard.events.json.EventEncoder;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private static final Scenario CENTER = Scenarios.midSizeCenter();
  private static final SimulatedLog DAY = new SimulatedLog(CENTER, 1);

  @Test
  void twoRunsOfOneSeedAreByteIdentical() {
    assertThat(bytes(new SimulatedLog(CENTER, 1).events)).isEqualTo(bytes(DAY.events));
  }

  @Test
  void anotherSeedGivesAnotherDay() {
    assertThat(new SimulatedLog(CENTER, 2).events).isNotEqualTo(DAY.events);
  }

  @Test
  void aLongerScenarioBeginsWithTheShorterOne() {
    Instant cut = CENTER.start().plus(Duration.ofHours(11));
    List<Event> shorter = before(cut, new Simulation(CENTER.lasting(Duration.ofHours(11)), 1));
    assertThat(shorter).hasSizeGreaterThan(10_000).isEqualTo(before(cut, DAY.events.iterator()));
  }

  @Test
  void everyEventIsLaterThanTheOneBeforeAndNumberedInTurn() {
    for (int i = 1; i < DAY.events.size(); i++) {
      Event event = DAY.events.get(i);
      assertThat(event.header().occurredAt()).isAfter(DAY.events.get(i - 1).header().occurredAt());
      assertThat(event.header().id()).isEqualTo("sim-" + i);
      assertThat(event.header().source()).isEqualTo("simulator");
    }
  }

  @Test
  void everyChannelAppears() {
    Set<Channel> seen =
        DAY.interactions().stream().map(e -> e.contact().channel()).collect(Collectors.toSet());
    assertThat(seen).isEqualTo(EnumSet.allOf(Channel.class));
  }

  @Test
  void everythingThatCanHappenToAnInteractionHappens() {
    Set<EventType> seen = DAY.events.stream().map(Event::type).collect(Collectors.toSet());
    Set<EventType> expected =
        EnumSet.complementOf(
            EnumSet.of(
                EventType.QUEUE_SNAPSHOT, EventType.AGENT_SNAPSHOT, EventType.SOURCE_RESTARTED));
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void everyVisitEndsExactlyOnce() {
    assertThat(DAY.visits).hasSizeGreaterThan(2_000);
    assertThat(DAY.stillWaiting).isEmpty();
  }

  @Test
  void everyInteractionIsCreatedFirstAndEnds() {
    Set<String> created = new HashSet<>();
    Set<String> ended = new HashSet<>();
    DAY.interactions()
        .forEach(
            event -> {
              if (event.type() == EventType.INTERACTION_CREATED) {
                assertThat(created.add(event.key())).isTrue();
              }
              assertThat(created).contains(event.key());
              if (event.type() == EventType.INTERACTION_ENDED) {
                ended.add(event.key());
              }
            });
    assertThat(ended).isEqualTo(created);
  }

  @Test
  void everybodyHasGoneHomeAtTheEnd() {
    Map<String, AgentState> last = new HashMap<>();
    DAY.events.stream()
        .filter(AgentStateChanged.class::isInstance)
        .map(AgentStateChanged.class::cast)
        .forEach(event -> last.put(event.agent(), event.state()));
    assertThat(last.values()).hasSizeBetween(55, 80).containsOnly(AgentState.OFFLINE);
  }

  @Test
  void aDayThatStartsInTheMorningMovesAtOnce() {
    Scenario morning = Scenarios.workday(LocalDate.parse("2026-03-08"), LocalTime.of(9, 30));
    assertThat(morning.start()).isEqualTo("2026-03-06T08:30:00Z");
    List<Event> first =
        before(morning.start().plus(Duration.ofMinutes(15)), new Simulation(morning, 3));
    Map<EventType, Long> counts =
        first.stream().collect(Collectors.groupingBy(Event::type, Collectors.counting()));
    assertThat(counts.get(EventType.INTERACTION_QUEUED)).isGreaterThan(40);
    assertThat(counts.get(EventType.INTERACTION_ANSWERED)).isGreaterThan(30);
  }

  @Test
  void copiesOfTheCenterHaveTheirOwnQueuesAndAgents() {
    Scenario twice = CENTER.onSites(2).lasting(Duration.ofHours(11));
    Set<String> lines =
        new SimulatedLog(twice, 1)
            .visits.stream().map(SimulatedLog.Visit::line).collect(Collectors.toSet());
    assertThat(lines).contains("Claims/voice", "Claims 2/voice", "Support 2/bot");
  }

  @Test
  void idsBeginWithTheChosenPrefix() {
    Event first = new Simulation(CENTER.prefixed("run-7"), 1).next();
    assertThat(first.header().id()).isEqualTo("run-7-0");
  }

  @Test
  void afterTheLastEventThereIsNone() {
    Simulation simulation = new Simulation(CENTER.lasting(Duration.ofMinutes(1)), 1);
    SimulatedLog.collect(simulation, Integer.MAX_VALUE);
    assertThat(simulation.hasNext()).isFalse();
    Assertions.assertThatThrownBy(simulation::next).isInstanceOf(NoSuchElementException.class);
  }

  private static List<Event> before(Instant cut, Iterator<Event> events) {
    List<Event> taken = new ArrayList<>();
    while (events.hasNext()) {
      Event event = events.next();
      if (!event.header().occurredAt().isBefore(cut)) {
        break;
      }
      taken.add(event);
    }
    return taken;
  }

  private static byte[] bytes(List<Event> events) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    events.forEach(event -> out.writeBytes(EventEncoder.plain(event)));
    return out.toByteArray();
  }
}
