// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Channel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scenario come to life: its parts, and how many interactions are not over yet. */
final class Center {

  final Agenda agenda;
  final Journal journal;
  final Draws draws;
  final Customers customers;
  final Floor floor = new Floor(this);
  final Router router = new Router(this);
  final Departures departures = new Departures(this);
  final Entrance entrance = new Entrance(this);
  final Aftermath aftermath = new Aftermath(this);
  final Service service = new Service(this);
  final Assistants assistants = new Assistants(this);
  final List<Agent> agents = new ArrayList<>();
  final List<Member> members = new ArrayList<>();

  private final Scenario scenario;
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final Rota rota;
  private final String interactionPrefix;
  private final long end;
  private long interactions;
  private long open;
  private int sources;

  Center(Scenario scenario, long seed) {
    this.scenario = scenario;
    long start = scenario.start().toEpochMilli();
    this.end = start + scenario.length().toMillis();
    this.agenda = new Agenda(start);
    this.journal = new Journal(agenda, scenario.ids());
    this.draws = Draws.of(seed, "service");
    this.customers = new Customers(Draws.of(seed, "customers"), scenario.customers());
    this.rota = new Rota(this, Draws.of(seed, "rota"));
    this.interactionPrefix = scenario.ids() + "-i";
    scenario.queues().forEach(queue -> lines.put(queue.line(), new Line(queue)));
    scenario.teams().forEach(this::hire);
    startDay(scenario.start().atZone(zone()).toLocalDate());
    startArrivals(seed);
  }

  ZoneId zone() {
    return scenario.timeZone();
  }

  Line line(String name) {
    return Checks.present(name, lines.get(name));
  }

  Line line(String queue, Channel channel) {
    return line(queue + "/" + channel.wire());
  }

  @Nullable Line overflowOf(Line line) {
    Waiting.Overflow overflow = line.profile.ways().overflow();
    return overflow == null ? null : line(overflow.to(), line.channel());
  }

  String nextInteraction() {
    return interactionPrefix + interactions++;
  }

  void opened() {
    open++;
  }

  void closed() {
    open--;
  }

  /** Whether nobody will come any more and everybody has been served to the end. */
  boolean over() {
    return sources == 0 && open == 0;
  }

  private void hire(Team team) {
    List<Line> served = team.lines().stream().map(this::line).toList();
    for (int i = 0; i < team.agents(); i++) {
      Agent agent = new Agent(Names.of(agents.size()), served);
      agents.add(agent);
      members.add(new Member(agent, team, i));
      served.forEach(line -> line.agents.add(agent));
    }
  }

  private void startDay(LocalDate day) {
    rota.plan(day);
    ZonedDateTime next = day.plusDays(1).atStartOfDay(zone());
    agenda.at(next.toInstant().toEpochMilli(), () -> startDay(next.toLocalDate()));
  }

  private void startArrivals(long seed) {
    DayFactors days =
        new DayFactors(
            Draws.of(seed, "days").between(0, Long.MAX_VALUE - 1), scenario.dayVariation());
    ZonedDateTime start = scenario.start().atZone(zone());
    for (Line line : lines.values()) {
      Draws draws = Draws.of(seed, "arrivals " + line.profile.line());
      arrive(
          new ArrivalProcess(line.profile.arrivals(), start, days::of, draws),
          () -> entrance.arrive(line));
    }
    for (AssistantProfile assistant : scenario.bots()) {
      Draws draws = Draws.of(seed, "arrivals " + assistant.name());
      arrive(
          new ArrivalProcess(assistant.arrivals(), start, days::of, draws),
          () -> assistants.arrive(assistant));
    }
  }

  private void arrive(ArrivalProcess process, Runnable arrival) {
    sources++;
    scheduleNext(process, arrival);
  }

  private void scheduleNext(ArrivalProcess process, Runnable arrival) {
    long next = process.next(end);
    agenda.at(
        next,
        () -> {
          if (next >= end) {
            sources--;
            return;
          }
          arrival.run();
          scheduleNext(process, arrival);
        });
  }
}
