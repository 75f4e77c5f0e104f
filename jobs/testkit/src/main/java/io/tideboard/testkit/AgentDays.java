// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentState;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.SchedulePublished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Random shifts of the agents who serve the contacts of {@link Histories}, the same for the same
 * seed: states with and without reasons, queues and capacities; sign-offs that are forgotten;
 * platforms' lists that repair, miss somebody or come doubled; schedules published anew.
 */
public final class AgentDays {

  /** Those who serve the contacts, and one who never gets any. */
  public static final List<String> AGENTS = List.of("ada", "ben", "cyd", "dan");

  private static final List<String> SOURCES = List.of("acd", "chat-desk");
  private static final List<List<String>> QUEUES =
      List.of(List.of(), List.of("sales"), List.of("sales", "support"), List.of("billing"));
  private static final List<Map<Channel, Integer>> CAPACITIES =
      List.of(Map.of(), Map.of(Channel.CHAT, 2), Map.of(Channel.CHAT, 7, Channel.EMAIL, 0));

  private final SplittableRandom random;
  private final Instant from;
  private final long seconds;
  private final List<Event> events = new ArrayList<>();

  private AgentDays(long seed, Instant from, Instant to) {
    this.random = new SplittableRandom(seed ^ 0x5EED);
    this.from = from;
    this.seconds = Math.max(1, Duration.between(from, to).toSeconds());
  }

  /** A day of contacts, and what their agents do meanwhile, in order of time. */
  public static List<Event> of(long seed, int contacts) {
    List<Event> all = new ArrayList<>(Histories.of(seed, contacts));
    Instant first = all.isEmpty() ? Instant.EPOCH : all.get(0).header().occurredAt();
    AgentDays days =
        new AgentDays(seed, first.minusSeconds(1_800), first.plus(Duration.ofHours(6)));
    AGENTS.forEach(days::shifts);
    days.lists();
    days.schedules();
    all.addAll(days.events);
    all.sort(Comparator.comparing(event -> event.header().occurredAt()));
    return all;
  }

  private void shifts(String agent) {
    String source = oneOf(SOURCES);
    int marks = random.nextInt(2, 24);
    for (int i = 0; i < marks; i++) {
      AgentState state = oneOf(List.of(AgentState.values()));
      events.add(
          new AgentStateChanged(
              header(chance(0.9) ? source : oneOf(SOURCES)),
              agent,
              i == 0 ? AgentState.AVAILABLE : state,
              chance(0.4) ? oneOf(List.of("lunch", "coaching", "call-back")) : null,
              i == 0 || chance(0.15) ? oneOf(QUEUES) : List.of(),
              chance(0.2) ? oneOf(CAPACITIES) : Map.of()));
    }
  }

  /** Some of them say what an event said, some what none has, and some leave out who is there. */
  private void lists() {
    int lists = random.nextInt(8);
    for (int i = 0; i < lists; i++) {
      EventHeader header = header(oneOf(SOURCES));
      List<AgentSnapshot.Standing> standings = new ArrayList<>();
      for (String agent : AGENTS) {
        AgentStateChanged latest = latest(agent, header.occurredAt());
        if (chance(0.25)) {
          continue;
        }
        if (latest != null && chance(0.6)) {
          standings.add(
              new AgentSnapshot.Standing(
                  agent, latest.state(), latest.header().occurredAt(), latest.queues()));
        } else {
          standings.add(
              new AgentSnapshot.Standing(
                  agent,
                  oneOf(List.of(AgentState.values())),
                  header.occurredAt().minusSeconds(random.nextInt(3_000)),
                  oneOf(QUEUES)));
        }
      }
      events.add(new AgentSnapshot(header, standings));
    }
  }

  private @Nullable AgentStateChanged latest(String agent, Instant before) {
    return events.stream()
        .filter(AgentStateChanged.class::isInstance)
        .map(AgentStateChanged.class::cast)
        .filter(event -> event.agent().equals(agent))
        .filter(event -> event.header().occurredAt().isBefore(before))
        .max(Comparator.comparing(event -> event.header().occurredAt()))
        .orElse(null);
  }

  private void schedules() {
    int plans = random.nextInt(12);
    for (int i = 0; i < plans; i++) {
      Instant start = from.plusSeconds(random.nextLong(seconds));
      Instant quarter = Instant.ofEpochSecond(start.getEpochSecond() / 900 * 900);
      events.add(
          new SchedulePublished(
              header("wfm"),
              oneOf(Histories.QUEUES),
              quarter,
              oneOf(List.of(15, 30, 60, 7)),
              random.nextInt(4)));
    }
  }

  private EventHeader header(String source) {
    Instant at = from.plusSeconds(random.nextLong(seconds));
    Instant exact = chance(0.5) ? at : at.plusNanos(random.nextLong(1_000_000) * 1_000);
    return new EventHeader("day-" + events.size(), source, exact);
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
