// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.agents.AgentStatus;
import io.tideboard.core.agents.AgentTerms;
import io.tideboard.core.agents.Repair;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.events.Event;
import io.tideboard.testkit.oracle.AgentOracle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However the events of a day arrive, the core tells of agents what the naive oracle tells. */
class AgentsAnyOrderTest {

  private static final int CONTACTS = 20;

  /**
   * Shifts short enough for some sign-offs to be forgotten within the day. Some contacts come back
   * days later: by then what agents did before is folded, and who has left is forgotten.
   */
  private static final AgentTerms TERMS =
      new AgentTerms(
          Duration.ofHours(3), Duration.ofHours(24), Map.of("voice", 1, "video", 1, "chat", 4));

  @Property(tries = 40)
  void inOrder(@ForAll long seed) {
    List<Event> day = AgentDays.of(seed, CONTACTS);
    PureTeams teams = new PureTeams(Catalogs.MIXED, TERMS);
    for (Event event : day) {
      teams.advanceTo(event.header().occurredAt());
      teams.on(event);
      teams.publishRows(event.header().occurredAt());
    }
    agree(teams, AgentOracle.of(day, Catalogs.MIXED, TERMS), day);
  }

  /** The day of each agent as it goes by, asked for before anything later is known. */
  @Property(tries = 15)
  void everyDayAsItGoesBy(@ForAll long seed) {
    List<Event> day = AgentDays.of(seed, CONTACTS);
    PureTeams teams = new PureTeams(Catalogs.MIXED, TERMS);
    Instant asked = first(day);
    for (int i = 0; i < day.size(); i++) {
      Instant now = day.get(i).header().occurredAt();
      if (now.isAfter(asked)) {
        AgentOracle oracle = AgentOracle.of(day.subList(0, i), Catalogs.MIXED, TERMS);
        teams.advanceTo(asked);
        for (String agent : teams.agents()) {
          agreeOnDay(teams, oracle, agent, asked.minus(Duration.ofHours(24)), asked);
        }
        if (i % 3 == 0) {
          teams.restart();
        }
        asked = now.plus(Duration.ofMinutes(40));
      }
      teams.advanceTo(now);
      teams.on(day.get(i));
    }
  }

  @Property(tries = 80)
  void shuffledAndDuplicated(@ForAll long seed) {
    List<Event> day = AgentDays.of(seed, CONTACTS);
    Disorder disorder = Disorder.seeded(seed);
    PureTeams teams = new PureTeams(Catalogs.MIXED, TERMS);
    disorder.shuffled(disorder.duplicated(day, 0.5)).forEach(teams::on);
    agreeOnEverything(teams, day);
  }

  @Property(tries = 80)
  void delayedWithTimeAtRandomAndRestartsOnTheWay(@ForAll long seed) {
    List<Event> day = AgentDays.of(seed, CONTACTS);
    Disorder disorder = Disorder.seeded(seed);
    Random random = new Random(seed);
    PureTeams teams = new PureTeams(Catalogs.MIXED, TERMS);
    List<Event> arriving = disorder.delayed(disorder.duplicated(day, 0.2), Duration.ofMinutes(40));
    Instant now = Instant.EPOCH;
    for (Event event : arriving) {
      Instant next = event.header().occurredAt().plusMillis(random.nextInt(90_000));
      now = next.isAfter(now) ? next : now;
      if (random.nextInt(4) > 0) {
        teams.advanceTo(now);
      }
      teams.on(event);
      if (random.nextInt(4) == 0) {
        teams.publishRows(now);
      }
      if (random.nextInt(12) == 0) {
        teams.restart();
      }
    }
    agree(teams, AgentOracle.of(day, Catalogs.MIXED, TERMS), day);
  }

  @Property(tries = 60)
  void withEventsMissingAndWrongClocks(@ForAll long seed) {
    Disorder disorder = Disorder.seeded(seed);
    List<Event> day =
        disorder.skewed(
            disorder.cut(AgentDays.of(seed, CONTACTS), 0.25), 0.3, Duration.ofMinutes(6));
    PureTeams teams = new PureTeams(Catalogs.MIXED, TERMS);
    disorder.shuffled(day).forEach(teams::on);
    agreeOnEverything(teams, day);
  }

  /** Also on the past days of agents, which are not folded while time stands still. */
  private static void agreeOnEverything(PureTeams teams, List<Event> day) {
    AgentOracle oracle = AgentOracle.of(day, Catalogs.MIXED, TERMS);
    Instant first = first(day);
    teams.advanceTo(last(day).plus(Duration.ofHours(5)));
    for (String agent : oracle.agents()) {
      for (int hour = 1; hour <= 9; hour += 2) {
        // What is known ahead of the present counts in the live status, so only the day is asked.
        Instant from = first.plus(Duration.ofHours(hour - 4));
        agreeOnDay(teams, oracle, agent, from, from.plus(Duration.ofDays(30)));
      }
    }
    agree(teams, oracle, day);
  }

  private static void agree(PureTeams teams, AgentOracle oracle, List<Event> day) {
    Instant first = first(day);
    Instant last = endOfSlot(last(day).plus(Duration.ofHours(5)));
    teams.advanceTo(last);
    teams.end();
    for (String queue : oracle.queues()) {
      agreeOnRows(teams, oracle, queue, first);
      for (int step = 1; step < 10; step++) {
        agreeAt(teams, oracle, queue, endOfSlot(first.plus(Duration.ofMinutes(47L * step))));
      }
      for (int hour = 8; first.plus(Duration.ofHours(hour)).isBefore(last); hour += 7) {
        agreeAt(teams, oracle, queue, endOfSlot(first.plus(Duration.ofHours(hour))));
      }
      TeamStatus end = teams.status(queue, last);
      assertThat(end.agents())
          .as("%s agents at the end", queue)
          .isEqualTo(oracle.states(queue, last));
      for (Repair repair : Repair.values()) {
        assertThat(end.repairs().get(repair.ordinal()))
            .as("%s %s", queue, repair)
            .isEqualTo(oracle.repairs(queue, repair));
      }
    }
  }

  private static void agreeOnRows(
      PureTeams teams, AgentOracle oracle, String queue, Instant first) {
    Map<Instant, TeamTimes> rows = new TreeMap<>();
    for (TeamRow row : teams.rows().getOrDefault(queue, new TreeMap<>()).values()) {
      if (!row.times().isEmpty()) {
        rows.put(Instant.EPOCH.plusNanos(row.start() * 1_000), row.times());
      }
    }
    Instant end = rows.isEmpty() ? first : new TreeMap<>(rows).lastKey().plusSeconds(1);
    Map<Instant, TeamTimes> expected =
        oracle.rows(queue, first.minus(Duration.ofHours(4)), end.isAfter(first) ? end : first);
    TreeMap<Instant, String> differences = new TreeMap<>();
    expected.forEach((start, times) -> differences.put(start, times + " expected"));
    rows.forEach(
        (start, times) -> {
          if (times.equals(expected.get(start))) {
            differences.remove(start);
          } else {
            differences.merge(start, times + " told", (a, b) -> a + ", " + b);
          }
        });
    assertThat(differences).as("%s rows", queue).isEmpty();
  }

  private static void agreeOnDay(
      PureTeams teams, AgentOracle oracle, String agent, Instant from, Instant now) {
    AgentStatus status = teams.agent(agent, now, from);
    Map<String, Long> times = new TreeMap<>();
    status.today().states().forEach((state, micros) -> times.put(state.wire(), micros));
    status.today().pauses().forEach((reason, micros) -> times.put("pause:" + reason, micros));
    assertThat(status.today().states().values().stream().mapToLong(each -> each).sum())
        .as("%s: the states add up to the time signed in", agent)
        .isEqualTo(oracle.signedIn(agent, from, now));
    assertThat(times)
        .as("%s day from %s to %s", agent, from, now)
        .isEqualTo(oracle.times(agent, from, now));
  }

  private static void agreeAt(PureTeams teams, AgentOracle oracle, String queue, Instant now) {
    TeamStatus status = teams.status(queue, now);
    assertThat(status.today()).as("%s today %s", queue, now).isEqualTo(oracle.today(queue, now));
    List<TeamTimes> windows = new ArrayList<>();
    for (int minutes : QueueStatus.WINDOW_MINUTES) {
      windows.add(oracle.window(queue, now, minutes));
    }
    assertThat(status.windows()).as("%s windows %s", queue, now).isEqualTo(windows);
  }

  /** Within ten seconds, what is known ahead of now is not told apart from what has been. */
  private static Instant endOfSlot(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond() / 10 * 10 + 10).minusNanos(1_000);
  }

  private static Instant last(List<Event> day) {
    return day.stream()
        .map(event -> event.header().occurredAt())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private static Instant first(List<Event> day) {
    return day.stream()
        .map(event -> event.header().occurredAt())
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
