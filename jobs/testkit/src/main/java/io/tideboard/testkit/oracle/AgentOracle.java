// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.agents.AgentTerms;
import io.tideboard.core.agents.Repair;
import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentState;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.SchedulePublished;
import io.tideboard.testkit.oracle.Shifts.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the agents of a finished log did, recomputed from the definitions: slowly and obviously,
 * instant by instant. Shares no code with what it is held against but the names of states, measures
 * and settings.
 */
public final class AgentOracle {

  private static final Set<String> LIVE = Set.of("voice", "video", "in_person");
  private static final int WHOLE = 840;

  /** What an agent does at one instant. */
  public record Doing(
      AgentState state, boolean counts, int parts, Set<String> queues, @Nullable String reason) {}

  private record Held(Leg leg, String channel) {
    Instant end() {
      return leg.inProgress() ? Instant.MAX : leg.service().to();
    }

    Instant done() {
      return leg.inProgress() ? Instant.MAX : leg.completedAt();
    }
  }

  private final QueueCatalog catalog;
  private final AgentTerms terms;
  private final Map<String, List<Held>> held = new TreeMap<>();
  private final Map<String, Shifts> shifts = new TreeMap<>();
  private final Map<String, List<SchedulePublished>> plans = new TreeMap<>();

  private AgentOracle(QueueCatalog catalog, AgentTerms terms) {
    this.catalog = catalog;
    this.terms = terms;
  }

  /** The oracle of that log: events in any order, any of them several times. */
  public static AgentOracle of(
      Collection<? extends Event> log, QueueCatalog catalog, AgentTerms terms) {
    AgentOracle oracle = new AgentOracle(catalog, terms);
    Map<List<String>, Event> once = new LinkedHashMap<>();
    for (Event event : log) {
      once.putIfAbsent(List.of(event.header().source(), event.header().id()), event);
    }
    oracle.contacts(once.values());
    oracle.states(once.values());
    for (Event event : once.values()) {
      if (event instanceof SchedulePublished plan) {
        oracle.plans.computeIfAbsent(plan.queue(), unused -> new ArrayList<>()).add(plan);
      }
    }
    return oracle;
  }

  private void contacts(Collection<Event> events) {
    Map<String, List<InteractionEvent>> byInteraction = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof InteractionEvent of) {
        byInteraction.computeIfAbsent(of.key(), unused -> new ArrayList<>()).add(of);
      }
    }
    byInteraction.forEach(
        (id, its) -> {
          Story story = Story.asTold(id, its);
          for (Leg leg : story.legs) {
            if (leg.agent != null) {
              held.computeIfAbsent(leg.agent, unused -> new ArrayList<>())
                  .add(new Held(leg, story.channel));
            }
          }
        });
  }

  private void states(Collection<Event> events) {
    Map<String, SortedMap<Instant, Set<String>>> lists = new HashMap<>();
    Map<String, List<Claim>> claims = new TreeMap<>();
    List<AgentSnapshot> snapshots = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof AgentSnapshot snapshot) {
        snapshots.add(snapshot);
        Set<String> names =
            lists
                .computeIfAbsent(snapshot.header().source(), unused -> new TreeMap<>())
                .computeIfAbsent(snapshot.header().occurredAt(), unused -> new HashSet<>());
        snapshot.agents().forEach(standing -> names.add(standing.agent()));
      }
    }
    snapshots.sort(Comparator.comparing(snapshot -> snapshot.header().occurredAt()));
    for (Event event : events) {
      if (event instanceof AgentStateChanged changed) {
        claims
            .computeIfAbsent(changed.agent(), unused -> new ArrayList<>())
            .add(
                new Claim(
                    changed.header().occurredAt(),
                    false,
                    changed.header().digest(),
                    changed.state(),
                    changed.reason(),
                    changed.queues(),
                    changed.capacity(),
                    changed.header().source(),
                    null));
      }
    }
    for (String agent : named(claims.keySet(), snapshots)) {
      List<Claim> all = new ArrayList<>(claims.getOrDefault(agent, List.of()));
      all.sort(Claim.ORDER);
      for (AgentSnapshot snapshot : snapshots) {
        for (AgentSnapshot.Standing standing : snapshot.agents()) {
          if (standing.agent().equals(agent)) {
            listed(standing, snapshot.header().source(), snapshot.header().occurredAt(), all);
          }
        }
      }
      all.sort(Claim.ORDER);
      shifts.put(agent, Shifts.of(agent, all, lists, terms));
    }
  }

  private static Set<String> named(Set<String> told, List<AgentSnapshot> snapshots) {
    Set<String> names = new TreeSet<>(told);
    for (AgentSnapshot snapshot : snapshots) {
      snapshot.agents().forEach(standing -> names.add(standing.agent()));
    }
    return names;
  }

  /**
   * Adds what a list says, the lists coming in order of time. What a list said already is the same
   * again, and still so; one that names queues says the latest of them.
   */
  private static void listed(
      AgentSnapshot.Standing standing, String source, Instant seen, List<Claim> claims) {
    boolean names = !standing.queues().isEmpty();
    int same = -1;
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      if (claim.listed() && claim.sameAs(standing, source) && names != claim.queues().isEmpty()) {
        same = i;
      }
    }
    Claim claim =
        new Claim(
            standing.since(),
            true,
            0,
            standing.state(),
            null,
            standing.queues(),
            Map.of(),
            source,
            seen);
    if (same < 0) {
      claims.add(claim);
    } else {
      claims.set(same, names ? claim : claims.get(same).seenAt(seen));
    }
  }

  /** Everybody of whom anything is known. */
  public Set<String> agents() {
    Set<String> agents = new TreeSet<>(held.keySet());
    agents.addAll(shifts.keySet());
    return agents;
  }

  /** Every queue that ever had a team or a schedule. */
  public Set<String> queues() {
    Set<String> queues = new TreeSet<>(plans.keySet());
    for (String agent : agents()) {
      for (Instant instant : instants(agent)) {
        queues.addAll(at(agent, instant).queues());
      }
    }
    return queues;
  }

  /** What an agent does at that instant. */
  public Doing at(String agent, Instant instant) {
    Shifts its = shifts.get(agent);
    Stretch stretch = its == null ? null : its.at(instant);
    List<Held> contacts = held.getOrDefault(agent, List.of());
    List<Held> on =
        contacts.stream()
            .filter(each -> !each.leg().answeredAt.isAfter(instant))
            .filter(each -> each.done().isAfter(instant))
            .toList();
    List<Held> served = on.stream().filter(each -> each.end().isAfter(instant)).toList();
    if (stretch == null || stretch.state() == AgentState.OFFLINE) {
      return notThere(served, stretch);
    }
    AgentState state = stretch.state();
    boolean handles = state == AgentState.BUSY || state == AgentState.WRAP_UP;
    if (served.stream().anyMatch(each -> LIVE.contains(each.channel()))) {
      state = AgentState.BUSY;
    } else if (!served.isEmpty() && (state == AgentState.AVAILABLE || handles)) {
      state = AgentState.BUSY;
    } else if (!on.isEmpty() && state == AgentState.AVAILABLE) {
      state = AgentState.WRAP_UP;
    }
    Set<String> queues = new TreeSet<>(stretch.queues());
    if (queues.isEmpty()) {
      contacts.stream()
          .filter(each -> !each.leg().answeredAt.isBefore(stretch.shiftStart()))
          .filter(each -> !each.leg().answeredAt.isAfter(instant))
          .forEach(each -> queues.add(each.leg().queue));
    }
    return new Doing(state, true, parts(state, on, stretch), queues, stretch.reason());
  }

  private int parts(AgentState state, List<Held> on, Stretch stretch) {
    if (state != AgentState.BUSY && state != AgentState.WRAP_UP) {
      return 0;
    }
    if (on.isEmpty()) {
      return WHOLE;
    }
    int parts = 0;
    for (Held each : on) {
      int capacity = Shifts.capacity(stretch, each.channel(), terms);
      parts += capacity == 0 ? WHOLE : WHOLE / capacity;
    }
    return Math.min(WHOLE, parts);
  }

  private static Doing notThere(List<Held> served, @Nullable Stretch stretch) {
    Set<String> queues = new TreeSet<>();
    for (Held each : served) {
      if (stretch == null || !each.leg().answeredAt.isBefore(stretch.from())) {
        queues.add(each.leg().queue);
      }
    }
    if (queues.isEmpty()) {
      String reason = stretch == null ? null : stretch.reason();
      return new Doing(AgentState.OFFLINE, false, 0, Set.of(), reason);
    }
    if (stretch != null && !stretch.queues().isEmpty()) {
      return new Doing(AgentState.BUSY, false, 0, new TreeSet<>(stretch.queues()), null);
    }
    return new Doing(AgentState.BUSY, false, 0, queues, null);
  }

  /** Every instant at which something may change for an agent. */
  private TreeSet<Instant> instants(String agent) {
    TreeSet<Instant> instants = new TreeSet<>();
    Shifts its = shifts.get(agent);
    if (its != null) {
      its.stretches.forEach(stretch -> instants.add(stretch.from()));
    }
    for (Held each : held.getOrDefault(agent, List.of())) {
      instants.add(each.leg().answeredAt);
      instants.add(each.end());
      instants.add(each.done());
    }
    instants.remove(Instant.MAX);
    return instants;
  }

  /** How long an agent did what, between two instants: by state, and pauses by reason. */
  public Map<String, Long> times(String agent, Instant from, Instant to) {
    Map<String, Long> times = new TreeMap<>();
    TreeSet<Instant> cuts = new TreeSet<>(instants(agent));
    for (Instant[] piece : pieces(cuts, from, to)) {
      Doing doing = at(agent, piece[0]);
      long micros = Shifts.micros(Duration.between(piece[0], piece[1]));
      if (doing.counts() && micros > 0) {
        times.merge(doing.state().wire(), micros, Long::sum);
        if (Set.of("break", "training", "meeting", "away").contains(doing.state().wire())) {
          times.merge("pause:" + Objects.requireNonNullElse(doing.reason(), ""), micros, Long::sum);
        }
      }
    }
    return times;
  }

  /** How long an agent was signed in between two instants, whatever was done meanwhile. */
  public long signedIn(String agent, Instant from, Instant to) {
    Shifts its = shifts.get(agent);
    long micros = 0;
    for (int i = 0; its != null && i < its.stretches.size(); i++) {
      Stretch stretch = its.stretches.get(i);
      Instant next = i + 1 < its.stretches.size() ? its.stretches.get(i + 1).from() : Instant.MAX;
      Instant begin = stretch.from().isBefore(from) ? from : stretch.from();
      Instant end = next.isAfter(to) ? to : next;
      if (stretch.state() != AgentState.OFFLINE && begin.isBefore(end)) {
        micros += Shifts.micros(Duration.between(begin, end));
      }
    }
    return micros;
  }

  /** What the team of a queue did between two instants. */
  public TeamTimes team(String queue, Instant from, Instant to) {
    TreeSet<Instant> cuts = new TreeSet<>();
    for (String agent : agents()) {
      cuts.addAll(instants(agent));
    }
    List<SchedulePublished> its = inForce(queue);
    for (SchedulePublished plan : its) {
      cuts.add(plan.interval());
      cuts.add(plan.interval().plusSeconds(plan.minutes() * 60L));
    }
    TeamTimes times = new TeamTimes();
    for (Instant[] piece : pieces(cuts, from, to)) {
      long micros = Shifts.micros(Duration.between(piece[0], piece[1]));
      int working = 0;
      for (String agent : agents()) {
        Doing doing = at(agent, piece[0]);
        if (doing.counts() && doing.queues().contains(queue)) {
          times.add(TeamMeasure.valueOf(doing.state().name()), micros);
          times.add(TeamMeasure.TAKEN_PARTS, doing.parts() * micros);
          working += doing.state().ordinal() <= AgentState.WRAP_UP.ordinal() ? 1 : 0;
        }
      }
      Integer planned = planned(its, piece[0]);
      if (planned != null) {
        times.add(TeamMeasure.SCHEDULED, planned * micros);
        times.add(TeamMeasure.ADHERENT, Math.min(planned, working) * micros);
        times.add(TeamMeasure.ATTENDED, working * micros);
        times.add(TeamMeasure.COVERED, micros);
      }
    }
    return times;
  }

  private static List<Instant[]> pieces(TreeSet<Instant> cuts, Instant from, Instant to) {
    List<Instant[]> pieces = new ArrayList<>();
    Instant at = from;
    while (at.isBefore(to)) {
      Instant cut = cuts.higher(at);
      Instant end = cut == null || cut.isAfter(to) ? to : cut;
      pieces.add(new Instant[] {at, end});
      at = end;
    }
    return pieces;
  }

  private List<SchedulePublished> inForce(String queue) {
    Map<Instant, SchedulePublished> latest = new TreeMap<>();
    plans.getOrDefault(queue, List.of()).stream()
        .sorted(
            Comparator.comparing((SchedulePublished plan) -> plan.header().occurredAt())
                .thenComparing(plan -> plan.header().digest()))
        .forEach(plan -> latest.put(plan.interval(), plan));
    return List.copyOf(latest.values());
  }

  private static @Nullable Integer planned(List<SchedulePublished> plans, Instant at) {
    SchedulePublished latest = null;
    for (SchedulePublished plan : plans) {
      if (!plan.interval().isAfter(at)) {
        latest = plan;
      }
    }
    boolean over =
        latest == null || !latest.interval().plusSeconds(latest.minutes() * 60L).isAfter(at);
    return over || latest == null ? null : latest.agents();
  }

  /** How many of a queue's team are in each state at that instant. */
  public Map<AgentState, Integer> states(String queue, Instant at) {
    Map<AgentState, Integer> states = new TreeMap<>();
    for (String agent : agents()) {
      Doing doing = at(agent, at);
      if (doing.state() != AgentState.OFFLINE && doing.queues().contains(queue)) {
        states.merge(doing.state(), 1, Integer::sum);
      }
    }
    return states;
  }

  /** How often something was put right of agents of that queue. */
  public long repairs(String queue, Repair repair) {
    return shifts.values().stream()
        .flatMap(its -> its.righted.stream())
        .filter(righted -> righted.repair() == repair && righted.queues().contains(queue))
        .count();
  }

  /** The interval table of a queue's team: every interval in which there is anything to tell. */
  public Map<Instant, TeamTimes> rows(String queue, Instant from, Instant to) {
    Calendar calendar = new Calendar(catalog.of(queue));
    Map<Instant, TeamTimes> rows = new TreeMap<>();
    Instant start = calendar.intervalStart(from);
    while (start.isBefore(to)) {
      Instant end = calendar.intervalEnd(start);
      TeamTimes times = team(queue, start, end);
      if (!times.isEmpty()) {
        rows.put(start, times);
      }
      start = end;
    }
    return rows;
  }

  /** The last minutes, as windows are: in steps of ten seconds, up to now. */
  public TeamTimes window(String queue, Instant now, int minutes) {
    return team(queue, Calendar.windowFrom(now, minutes), now);
  }

  /** The queue's day so far. */
  public TeamTimes today(String queue, Instant now) {
    return team(queue, new Calendar(catalog.of(queue)).dayStart(now), now);
  }
}
