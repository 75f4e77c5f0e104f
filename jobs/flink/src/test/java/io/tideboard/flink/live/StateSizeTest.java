// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.agents.Absences;
import io.tideboard.core.agents.AgentLine;
import io.tideboard.core.agents.AgentTerms;
import io.tideboard.core.agents.Mark;
import io.tideboard.core.agents.Rolls;
import io.tideboard.core.agents.Served;
import io.tideboard.core.agents.TeamBatch;
import io.tideboard.core.agents.TeamBoard;
import io.tideboard.core.breach.ContactWatch;
import io.tideboard.core.breach.WatchStep;
import io.tideboard.core.breach.Watched;
import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.queue.DeltaBatch;
import io.tideboard.core.queue.QueueBoard;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.QueueTerms;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * How many bytes are kept of each open interaction, queue, team and agent, as they stand in state
 * and in a checkpoint, after two simulated days of a center of 12 queues and 67 agents.
 */
class StateSizeTest {

  private static final long LONGEST_KEPT = Micros.of(Duration.ofHours(36));

  private static final Map<String, Watched> WATCHED = new HashMap<>();
  private static final Map<QueueKey, QueueBoard> BOARDS = new TreeMap<>();
  private static final Map<String, AgentLine> AGENTS = new TreeMap<>();
  private static final Map<String, TeamBoard> TEAMS = new TreeMap<>();
  private static final Map<QueueKey, QueueTerms> TERMS = new HashMap<>();
  private static final QueueCalendar CALENDAR = QueueDefinition.DEFAULT.calendar();
  private static final ContactWatch WATCH = new ContactWatch(StateSizeTest::terms);
  private static final DeltaBatch FACTS = new DeltaBatch();
  private static final TeamBatch TURNS = new TeamBatch();

  private static long now;
  private static long advanced;
  private static final IntSummaryStatistics OPEN = new IntSummaryStatistics();

  @BeforeAll
  static void twoDaysGoBy() throws IOException {
    Simulation days = new Simulation(Scenarios.midSizeCenter().lasting(Duration.ofDays(2)), 1);
    while (days.hasNext()) {
      take(days.next());
    }
    timeGoesOn();
  }

  private static void take(Event event) throws IOException {
    now = Math.max(now, Micros.of(event.header().occurredAt()));
    if (event instanceof InteractionEvent of) {
      Moment moment = Moment.of(of);
      if (moment != null) {
        Watched watched = WATCHED.getOrDefault(of.key(), Watched.UNKNOWN);
        WatchStep step = WATCH.on(of.key(), watched, moment, now);
        WATCHED.put(of.key(), step.watched());
        step.facts().forEach(StateSizeTest::take);
      }
    } else if (event instanceof AgentStateChanged changed) {
      agent(changed.agent(), List.of(Mark.of(changed)), List.of());
    }
    if (now - advanced > 600 * Micros.SECOND) {
      timeGoesOn();
    }
  }

  private static void take(Fact fact) {
    FACTS.take(fact);
    if (fact instanceof Fact.LegRevised leg) {
      Served.tell(leg, served -> agent(served.agent(), List.of(), List.of(served)));
    }
  }

  private static void agent(String agent, List<Mark> told, List<Served> served) {
    AgentLine line = AGENTS.computeIfAbsent(agent, unused -> new AgentLine(AgentTerms.DEFAULT));
    line.advance(now);
    line.take(told, served, new Absences(new Rolls(), agent), TURNS);
  }

  /** As the operators do now and then: windows roll, old intervals and contacts go. */
  private static void timeGoesOn() throws IOException {
    advanced = now;
    FACTS.drain(
        (key, delta) ->
            BOARDS.computeIfAbsent(key, unused -> new QueueBoard()).apply(delta, terms(key)));
    BOARDS.forEach(
        (key, board) -> {
          board.advance(now, terms(key));
          board.changedRows(terms(key), row -> {});
          board.forgetBefore(now - LONGEST_KEPT);
        });
    TURNS.drain(
        (queue, delta) ->
            TEAMS.computeIfAbsent(queue, unused -> new TeamBoard()).apply(delta, CALENDAR));
    TEAMS.forEach(
        (queue, board) -> {
          board.changedRows(queue, now, CALENDAR, row -> {});
          board.advance(now, now - LONGEST_KEPT, CALENDAR);
        });
    for (Map.Entry<String, Watched> each : WATCHED.entrySet()) {
      if (!each.getValue().interaction().atRest()) {
        OPEN.accept(bytes(each.getKey(), each.getValue()));
      }
    }
  }

  private static QueueTerms terms(QueueKey key) {
    return TERMS.computeIfAbsent(key, fresh -> QueueTerms.of(fresh, QueueDefinition.DEFAULT));
  }

  private static int bytes(String key, Watched watched) throws IOException {
    ContactEntry entry = new ContactEntry(watched, ContactEntry.NEVER, "simulator", 1, 1);
    return key.length() + new ContactForm().write(entry).length;
  }

  @Test
  void anOpenInteractionTakesAFewHundredBytes(TestReporter reporter) {
    say("open interaction", OPEN, reporter);
    assertThat(OPEN.getCount()).isGreaterThan(1_000);
    assertThat(OPEN.getAverage()).isLessThan(200);
    assertThat(OPEN.getMax()).isLessThan(1_000);
  }

  @Test
  void theWindowInWhichDoubleEventsAreKnownTakesTwoHundredBytesAContact(TestReporter reporter)
      throws IOException {
    IntSummaryStatistics over = new IntSummaryStatistics();
    for (Map.Entry<String, Watched> each : WATCHED.entrySet()) {
      if (each.getValue().interaction().atRest()) {
        over.accept(bytes(each.getKey(), each.getValue()));
      }
    }
    say("finished interaction", over, reporter);
    assertThat(over.getCount()).isGreaterThan(5_000);
    assertThat(over.getAverage()).isLessThan(250);
  }

  @Test
  void aQueueTakesThirtySixHoursOfIntervalsAndAnHourOfSlots(TestReporter reporter) {
    IntSummaryStatistics sizes = sizes(BOARDS, QueueBoard::write);
    say("queue and channel", sizes, reporter);
    assertThat(sizes.getCount()).isGreaterThan(5);
    assertThat(sizes.getAverage()).isLessThan(12_000);
    assertThat(sizes.getMax()).isLessThan(30_000);
  }

  @Test
  void anAgentTakesADayOfStatesAndContacts(TestReporter reporter) {
    IntSummaryStatistics sizes = sizes(AGENTS, AgentLine::write);
    say("agent", sizes, reporter);
    assertThat(sizes.getCount()).isGreaterThan(20);
    assertThat(sizes.getAverage()).isLessThan(5_000);
    assertThat(sizes.getMax()).isLessThan(10_000);
  }

  @Test
  void aTeamTakesThirtySixHoursOfIntervalsAndEachTurnToWork(TestReporter reporter) {
    IntSummaryStatistics sizes = sizes(TEAMS, TeamBoard::write);
    say("team", sizes, reporter);
    assertThat(sizes.getCount()).isGreaterThan(3);
    assertThat(sizes.getAverage()).isLessThan(8_000);
  }

  private interface Writer<T> {
    void write(T value, DataOutputSerializer out) throws IOException;
  }

  private static <T> IntSummaryStatistics sizes(Map<?, T> all, Writer<T> writer) {
    return all.values().stream()
        .collect(
            Collectors.summarizingInt(
                each -> {
                  try {
                    DataOutputSerializer out = new DataOutputSerializer(1_024);
                    writer.write(each, out);
                    return out.length();
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                }));
  }

  private static void say(String what, IntSummaryStatistics sizes, TestReporter reporter) {
    reporter.publishEntry(
        "bytes of state per " + what,
        "%.0f on average, %d at most, of %d"
            .formatted(sizes.getAverage(), sizes.getMax(), sizes.getCount()));
  }
}
