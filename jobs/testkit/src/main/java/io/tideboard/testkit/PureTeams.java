// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import io.tideboard.core.agents.Absences;
import io.tideboard.core.agents.AgentLine;
import io.tideboard.core.agents.AgentStatus;
import io.tideboard.core.agents.AgentTerms;
import io.tideboard.core.agents.Mark;
import io.tideboard.core.agents.Plan;
import io.tideboard.core.agents.Rolls;
import io.tideboard.core.agents.Served;
import io.tideboard.core.agents.TeamBatch;
import io.tideboard.core.agents.TeamBoard;
import io.tideboard.core.agents.TeamDelta;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.InteractionLifecycle;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.lifecycle.Step;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.SchedulePublished;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The live figures of agents without anything around them: the core's parts, wired as the operators
 * wire them, over hash maps. What travels and what is kept is written and read again on the way.
 */
public final class PureTeams {

  private final QueueCatalog catalog;
  private final AgentTerms terms;
  private final Map<String, QueueCalendar> calendars = new HashMap<>();
  private final Map<String, Interaction> interactions = new HashMap<>();
  private final Map<String, AgentLine> lines = new TreeMap<>();
  private final Map<String, TeamBoard> boards = new TreeMap<>();
  private final Map<String, TreeMap<Instant, TeamRow>> rows = new TreeMap<>();
  private final TeamBatch batch = new TeamBatch();
  private Rolls rolls = new Rolls();
  private long now = Long.MIN_VALUE;

  public PureTeams(QueueCatalog catalog, AgentTerms terms) {
    this.catalog = catalog;
    this.terms = terms;
  }

  /** Takes an event, at the present time; who has been over for long is forgotten. */
  public void on(Event event) {
    lines.values().forEach(line -> line.advance(now));
    lines.values().removeIf(line -> line.over(now));
    if (event instanceof InteractionEvent of) {
      Moment moment = Moment.of(of);
      if (moment != null) {
        Step step =
            InteractionLifecycle.on(
                interactions.getOrDefault(of.key(), Interaction.UNKNOWN), moment);
        interactions.put(of.key(), step.interaction());
        step.facts().forEach(this::took);
      }
    } else if (event instanceof AgentStateChanged changed) {
      line(changed.agent())
          .take(List.of(Mark.of(changed)), List.of(), absences(changed.agent()), batch);
    } else if (event instanceof AgentSnapshot snapshot) {
      took(Rolls.Roll.of(snapshot));
    } else if (event instanceof SchedulePublished plan) {
      board(plan.queue())
          .apply(RoundTrip.of(Plan.of(plan), Plan::write, Plan::read), calendar(plan.queue()));
    }
  }

  private void took(Fact fact) {
    if (fact instanceof Fact.LegRevised leg) {
      Served.tell(
          leg,
          told -> {
            Served served = RoundTrip.of(told, Served::write, in -> Served.read(told.agent(), in));
            line(served.agent()).take(List.of(), List.of(served), absences(served.agent()), batch);
          });
    }
  }

  private Absences absences(String agent) {
    return new Absences(rolls, agent);
  }

  private void took(Rolls.Roll roll) {
    rolls.remember(roll);
    Map<String, AgentSnapshot.Standing> listed = new HashMap<>();
    roll.agents().forEach(standing -> listed.put(standing.agent(), standing));
    lines.forEach(
        (agent, line) -> {
          if (!listed.containsKey(agent)) {
            line.unlisted(roll, batch);
          }
        });
    listed.forEach((agent, standing) -> line(agent).listed(standing, roll, rolls, batch));
  }

  /** Time has come to that instant: shifts that ran too long are over. */
  public void advanceTo(Instant instant) {
    now = Math.max(now, Micros.of(instant));
    lines.values().stream()
        .sorted(Comparator.comparingLong(AgentLine::wakeAt))
        .forEach(line -> line.wake(now, batch));
  }

  /** What was gathered travels to the boards. */
  public void flush() {
    batch.drain(
        (queue, delta) ->
            board(queue)
                .apply(RoundTrip.of(delta, TeamDelta::write, TeamDelta::read), calendar(queue)));
  }

  /** What changed is published, as seen at that instant. */
  public void publishRows(Instant at) {
    publishRows(Micros.of(at));
  }

  /** Everything is over: what was never published is. */
  public void end() {
    flush();
    publishRows(Long.MAX_VALUE);
  }

  private void publishRows(long at) {
    flush();
    boards.forEach(
        (queue, board) ->
            board.changedRows(
                queue,
                at,
                calendar(queue),
                row ->
                    rows.computeIfAbsent(queue, unused -> new TreeMap<>())
                        .put(Micros.instant(row.start()), row)));
  }

  /** Everything is lost but what was kept. */
  public void restart() {
    flush();
    lines.replaceAll((agent, line) -> RoundTrip.of(line, AgentLine::write, AgentLine::read));
    boards.replaceAll((queue, board) -> RoundTrip.of(board, TeamBoard::write, TeamBoard::read));
    rolls =
        RoundTrip.of(
            rolls,
            Rolls::write,
            in -> {
              Rolls read = new Rolls();
              read.read(in);
              return read;
            });
    calendars.clear();
  }

  /** How the team of a queue stands at that instant, not before an earlier one asked for. */
  public TeamStatus status(String queue, Instant at) {
    flush();
    long micros = Micros.of(at);
    board(queue).advance(micros, Long.MIN_VALUE / 4, calendar(queue));
    return board(queue).status(queue, micros, calendar(queue));
  }

  /** How an agent stands then. */
  public AgentStatus agent(String agent, Instant at, Instant dayStart) {
    return line(agent).status(agent, Micros.of(at), Micros.of(dayStart));
  }

  /** Everybody of whom something was told. */
  public Collection<String> agents() {
    return List.copyOf(lines.keySet());
  }

  /** Every queue that has a team or a schedule. */
  public Collection<String> queues() {
    return List.copyOf(boards.keySet());
  }

  /** The rows as published, by queue and start. */
  public Map<String, TreeMap<Instant, TeamRow>> rows() {
    return rows;
  }

  private AgentLine line(String agent) {
    return lines.computeIfAbsent(agent, unused -> new AgentLine(terms));
  }

  private TeamBoard board(String queue) {
    return boards.computeIfAbsent(queue, unused -> new TeamBoard());
  }

  private QueueCalendar calendar(String queue) {
    return calendars.computeIfAbsent(queue, name -> catalog.of(name).calendar());
  }
}
