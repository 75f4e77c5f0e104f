// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentState;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Channel;
import io.tideboard.events.EventHeader;
import io.tideboard.events.compact.AgentGlanceReader;
import io.tideboard.events.compact.CompactForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One agent, ada, and the teams she belongs to; times are seconds after nine o'clock. */
final class Shift {

  static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  static final String ADA = "ada";

  private final AgentTerms terms;
  private final QueueCalendar calendar = QueueDefinition.DEFAULT.calendar();
  private final Map<String, TeamBoard> boards = new TreeMap<>();
  private final TeamBatch batch = new TeamBatch();
  private int events;
  final Rolls rolls = new Rolls();
  AgentLine line;

  Shift() {
    this(AgentTerms.DEFAULT);
  }

  Shift(AgentTerms terms) {
    this.terms = terms;
    this.line = new AgentLine(terms);
  }

  static long at(double seconds) {
    return Micros.of(NINE) + Math.round(seconds * Micros.SECOND);
  }

  Shift told(double second, AgentState state, String... queues) {
    return told(event(second, state, null, Map.of(), queues));
  }

  Shift paused(double second, AgentState state, String reason) {
    return told(event(second, state, reason, Map.of()));
  }

  Shift told(AgentStateChanged event) {
    byte[] compact = CompactForm.encode(event, event.header().occurredAt());
    Mark mark = Mark.of(new AgentGlanceReader().read(compact));
    if (!mark.equals(Mark.of(event))) {
      throw new AssertionError(mark + ": expected what the whole event says, " + event);
    }
    line.take(List.of(mark), List.of(), new Absences(rolls, ADA), batch);
    return this;
  }

  AgentStateChanged event(
      double second,
      AgentState state,
      String reason,
      Map<Channel, Integer> capacity,
      String... queues) {
    events++;
    return new AgentStateChanged(
        new EventHeader("e" + events, "acd", Micros.instant(at(second))),
        ADA,
        state,
        reason,
        List.of(queues),
        capacity);
  }

  /** A contact that is still in progress. */
  static ServedLeg open(String queue, String channel, double from) {
    return new ServedLeg(queue, channel, at(from), QueueVisit.OPEN, QueueVisit.OPEN);
  }

  /** A contact that ended, and was wrapped up. */
  static ServedLeg done(String queue, String channel, double... fromToDone) {
    return new ServedLeg(queue, channel, at(fromToDone[0]), at(fromToDone[1]), at(fromToDone[2]));
  }

  Shift serves(ServedLeg leg) {
    return served(null, leg);
  }

  Shift served(ServedLeg before, ServedLeg after) {
    line.take(List.of(), List.of(new Served(ADA, before, after)), new Absences(rolls, ADA), batch);
    return this;
  }

  Shift listed(double second, String source, AgentState state, double since, String... queues) {
    AgentSnapshot.Standing standing =
        new AgentSnapshot.Standing(ADA, state, Micros.instant(at(since)), List.of(queues));
    Rolls.Roll roll = new Rolls.Roll(source, at(second), List.of(standing));
    rolls.remember(roll);
    line.listed(standing, roll, rolls, batch);
    return this;
  }

  /** A list of that platform on which she is not. */
  Shift missed(double second, String source) {
    Rolls.Roll roll = new Rolls.Roll(source, at(second), List.of());
    rolls.remember(roll);
    line.unlisted(roll, batch);
    return this;
  }

  Shift wakes(double second) {
    line.wake(at(second), batch);
    return this;
  }

  Shift restarts() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    line.write(new DataOutputStream(bytes));
    line = AgentLine.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return this;
  }

  AgentState state(double second) {
    return line.at(at(second)).state();
  }

  AgentStatus status(double second) {
    return line.status(ADA, at(second), calendar.dayStart(at(second)));
  }

  TeamBoard board(String queue) {
    batch.drain(
        (name, delta) ->
            boards.computeIfAbsent(name, unused -> new TeamBoard()).apply(delta, calendar));
    return boards.computeIfAbsent(queue, unused -> new TeamBoard());
  }

  TeamStatus team(String queue, double second) {
    board(queue).advance(at(second), at(second - 36 * 3600), calendar);
    return board(queue).status(queue, at(second), calendar);
  }

  List<TeamRow> rows(String queue, double second) {
    List<TeamRow> rows = new ArrayList<>();
    board(queue).changedRows(queue, at(second), calendar, rows::add);
    return rows;
  }

  List<TeamRow> rowsAtTheEnd(String queue) {
    List<TeamRow> rows = new ArrayList<>();
    board(queue).changedRows(queue, Long.MAX_VALUE, calendar, rows::add);
    return rows;
  }

  QueueCalendar calendar() {
    return calendar;
  }

  AgentTerms terms() {
    return terms;
  }

  static int window(int minutes) {
    return Arrays.binarySearch(QueueStatus.WINDOW_MINUTES, minutes);
  }
}
