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
   * Shifts short enough for some sign-offs to be forgotten within the day; nothing is too late,
   * since some contacts come back a day later.
   */
  private static final AgentTerms TERMS =
      new AgentTerms(
          Duration.ofHours(3), Duration.ofHours(72), Map.of("voice", 1, "video", 1, "chat", 4));

  @Property(tries = 40)
  void inOrder(@ForAll long seed) {
    List<Event> day = AgentDays.of(seed, CONTACTS);
    PureTeams teams = new PureTeams(Catalogs.MIXED, TERMS);
    for (Event event : day) {
      teams.advanceTo(event.header().occurredAt());
      teams.on(event);
      teams.publishRows(event.header().occurredAt());
    }
    agree(teams, day);
  }

  @Property(tries = 80)
  void shuffledAndDuplicated(@ForAll long seed) {
    List<Event> day = AgentDays.of(seed, CONTACTS);
    Disorder disorder = Disorder.seeded(seed);
    PureTeams teams = new PureTeams(Catalogs.MIXED, TERMS);
    disorder.shuffled(disorder.duplicated(day, 0.5)).forEach(teams::on);
    agree(teams, day);
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
    agree(teams, day);
  }

  @Property(tries = 60)
  void withEventsMissingAndWrongClocks(@ForAll long seed) {
    Disorder disorder = Disorder.seeded(seed);
    List<Event> day =
        disorder.skewed(
            disorder.cut(AgentDays.of(seed, CONTACTS), 0.25), 0.3, Duration.ofMinutes(6));
    PureTeams teams = new PureTeams(Catalogs.MIXED, TERMS);
    disorder.shuffled(day).forEach(teams::on);
    agree(teams, day);
  }

  private static void agree(PureTeams teams, List<Event> day) {
    Instant first = first(day);
    Instant last = endOfSlot(first.plus(Duration.ofHours(30)));
    teams.advanceTo(last);
    teams.end();
    AgentOracle oracle = AgentOracle.of(day, Catalogs.MIXED, TERMS);
    for (String agent : oracle.agents()) {
      for (int hour = 1; hour <= 9; hour += 2) {
        agree(teams, oracle, agent, first.plus(Duration.ofHours(hour)));
      }
    }
    for (String queue : oracle.queues()) {
      agreeOnRows(teams, oracle, queue, first);
      for (int step = 1; step < 10; step++) {
        agreeAt(teams, oracle, queue, endOfSlot(first.plus(Duration.ofMinutes(47L * step))));
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

  private static void agree(PureTeams teams, AgentOracle oracle, String agent, Instant now) {
    AgentOracle.Doing doing = oracle.at(agent, now);
    // What is known ahead of the present counts in the live status, so only the day is asked.
    Instant dayStart = now.minus(Duration.ofHours(4));
    AgentStatus status = teams.agent(agent, now.plus(Duration.ofHours(60)), dayStart);
    Map<String, Long> times = new TreeMap<>();
    status.today().states().forEach((state, micros) -> times.put(state.wire(), micros));
    status.today().pauses().forEach((reason, micros) -> times.put("pause:" + reason, micros));
    assertThat(status.today().states().values().stream().mapToLong(each -> each).sum())
        .as("%s: the states add up to the time signed in", agent)
        .isEqualTo(oracle.signedIn(agent, dayStart, now.plus(Duration.ofHours(60))));
    assertThat(times)
        .as("%s day from %s, %s", agent, dayStart, doing)
        .isEqualTo(oracle.times(agent, dayStart, now.plus(Duration.ofHours(60))));
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

  private static Instant first(List<Event> day) {
    return day.stream()
        .map(event -> event.header().occurredAt())
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
