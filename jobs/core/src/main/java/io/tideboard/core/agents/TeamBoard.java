// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.calendar.OwnCalendar;
import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.wire.Varint;
import io.tideboard.events.AgentState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How the team of one queue stands, and what it did. Live state; {@link #status} and {@link
 * #changedRows} are what is published of it. Turns add up: whatever their order, the same turns
 * make the same board.
 */
public final class TeamBoard {

  private static final long MINUTE = 60 * Micros.SECOND;
  private static final long LONGEST_WINDOW =
      Arrays.stream(QueueStatus.WINDOW_MINUTES).max().orElseThrow() * MINUTE;

  /** More slots than the windows ever need, for a stream whose time stands still. */
  private static final int MOST_SLOTS = 1_000;

  private final Headcount latest = new Headcount();
  private final Cells slots = new Cells();
  private final TeamIntervals intervals = new TeamIntervals();
  private final OwnCalendar own = new OwnCalendar();
  private final long[] repairs = new long[Repair.values().length];
  private long revision;
  private long slotsFrom = Long.MIN_VALUE;

  /** Takes what has become known. */
  public void apply(TeamDelta delta, QueueCalendar defined) {
    QueueCalendar calendar = own.present(defined);
    for (int i = 0; i < delta.size(); i++) {
      long at = delta.at(i);
      int before = delta.before(i);
      int after = delta.after(i);
      int times = delta.times(i);
      latest.add(before, -times);
      latest.add(after, times);
      if (at >= slotsFrom) {
        long slot = QueueCalendar.slotStart(at);
        Cell cell = slots.at(slot);
        cell.add(at - slot, before, -times);
        cell.add(at - slot, after, times);
      }
      intervals.turned(at, before, after, times, calendar);
    }
    slots.keepLatest(MOST_SLOTS);
    revision += delta.size();
    for (Repair repair : Repair.values()) {
      repairs[repair.ordinal()] += delta.repairs(repair);
      revision += Math.abs(delta.repairs(repair));
    }
  }

  /** Takes a published plan. */
  public void apply(Plan plan, QueueCalendar defined) {
    intervals.plan(plan, own.present(defined));
    revision++;
  }

  /**
   * Time has come to {@code now}; another calendar that is defined is adopted.
   *
   * @param horizon intervals before it are settled for good, but none of today
   */
  public void advance(long now, long horizon, QueueCalendar defined) {
    own.adopt(defined, now, intervals.lastStart());
    QueueCalendar calendar = own.present(defined);
    slotsFrom = QueueCalendar.slotStart(now) - LONGEST_WINDOW;
    slots.foldBefore(slotsFrom, new Headcount());
    long today = calendar.intervalStart(calendar.dayStart(now));
    intervals.forgetBefore(Math.min(calendar.intervalStart(horizon), today));
  }

  /** Whether there is nothing left to tell or to wait for. */
  public boolean isOver() {
    return latest.isEmpty() && intervals.isEmpty();
  }

  /** How the team stands at {@code now}, to which {@link #advance} must have brought it. */
  public TeamStatus status(String queue, long now, QueueCalendar defined) {
    QueueCalendar calendar = own.present(defined);
    return new TeamStatus(
        queue,
        new QueueStatus.Freshness(revision, now),
        states(),
        intervals.scheduledAt(now),
        Arrays.stream(repairs).boxed().toList(),
        today(now, calendar),
        windows(now));
  }

  private Map<AgentState, Integer> states() {
    Map<AgentState, Integer> states = new EnumMap<>(AgentState.class);
    for (int i = 0; i < TeamKind.NONE.ordinal(); i++) {
      // Who talks without having signed in is busy, too.
      AgentState state =
          i == TeamKind.NOT_SIGNED_IN.ordinal() ? AgentState.BUSY : AgentState.values()[i];
      if (latest.counts[i] > 0) {
        states.merge(state, latest.counts[i], Integer::sum);
      }
    }
    return states;
  }

  /** What is known of a later time than it is, by a clock that is ahead, does not count yet. */
  private Headcount countAt(long now) {
    Headcount count = latest.copy();
    long next = QueueCalendar.slotStart(now) + QueueCalendar.SLOT;
    slots.byStart().tailMap(next, true).values().forEach(cell -> count.add(cell.change(), -1));
    return count;
  }

  private List<TeamTimes> windows(long now) {
    List<TeamTimes> windows = new ArrayList<>(QueueStatus.WINDOW_MINUTES.length);
    Headcount back = countAt(now);
    int working = back.working();
    TeamTimes sum = new TeamTimes();
    long until = now;
    for (int minutes : QueueStatus.WINDOW_MINUTES) {
      long from = QueueCalendar.slotStart(now) + QueueCalendar.SLOT - minutes * MINUTE;
      slots.walkBack(from, until, TeamBoard::slotEnd, new Cells.Walk(back, sum));
      until = from;
      TeamTimes window = sum.copy();
      intervals.judge(from, now, working, window);
      window.notBelowZero();
      windows.add(window);
    }
    return windows;
  }

  private TeamTimes today(long now, QueueCalendar calendar) {
    Headcount back = countAt(now);
    int working = back.working();
    long from = calendar.intervalStart(now);
    TeamTimes today = new TeamTimes();
    slots.walkBack(from, now, TeamBoard::slotEnd, new Cells.Walk(back, today));
    intervals.judge(from, now, working, today);
    intervals.today(from, back, today, calendar);
    today.notBelowZero();
    return today;
  }

  private static long slotEnd(long start) {
    return start + QueueCalendar.SLOT;
  }

  /** Whether there are rows to tell at {@code now}. */
  public boolean hasChangedRows(long now, QueueCalendar defined) {
    return intervals.hasChanged(now, own.present(defined));
  }

  /**
   * Hands over the rows that changed, or whose interval ended, since the last call.
   *
   * @param now the stream's time; {@link Long#MAX_VALUE} when it is over
   */
  public void changedRows(String queue, long now, QueueCalendar defined, Consumer<TeamRow> taker) {
    QueueCalendar calendar = own.present(defined);
    intervals.changedRows(
        now,
        calendar,
        (start, times) -> {
          int minutes = (int) (calendar.interval(start) / MINUTE);
          taker.accept(new TeamRow(queue, start, minutes, revision, times));
        });
  }

  /** Writes the state. */
  public void write(DataOutput out) throws IOException {
    latest.write(out);
    slots.write(out);
    intervals.write(out);
    for (long count : repairs) {
      Varint.write(out, count);
    }
    Varint.write(out, revision);
    Varint.write(out, slotsFrom);
    own.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static TeamBoard read(DataInput in) throws IOException {
    TeamBoard board = new TeamBoard();
    board.latest.add(Headcount.read(in), 1);
    board.slots.read(in);
    board.intervals.read(in);
    for (int i = 0; i < board.repairs.length; i++) {
      board.repairs[i] = Varint.read(in);
    }
    board.revision = Varint.read(in);
    board.slotsFrom = Varint.read(in);
    board.own.read(in);
    return board;
  }
}
