// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a team did by interval, and how that compares with the schedule. An activity that is still
 * on counts up to now, and a row that was told is told again when its interval is over.
 */
final class TeamIntervals {

  private static final long NONE = Long.MAX_VALUE;

  private final Headcount base = new Headcount();
  private final Cells cells = new Cells();
  private final Attendance attendance = new Attendance();
  private final Plans plans = new Plans();
  private long settledBefore = Long.MIN_VALUE;
  private long changedFrom = NONE;
  private long toldUntil = NONE;

  // Today's share of the schedule up to the running interval, kept since it is asked for often.
  private TeamTimes judged = new TeamTimes();
  private long judgedFrom = NONE;
  private long judgedUntil = NONE;

  void turned(long at, int before, int after, int times, QueueCalendar calendar) {
    if (!TeamDelta.kind(before).measured() && !TeamDelta.kind(after).measured()) {
      return;
    }
    long start = calendar.intervalStart(at);
    if (start < settledBefore) {
      base.add(before, -times);
      base.add(after, times);
      return;
    }
    Cell cell = cells.at(start);
    cell.add(at - start, before, -times);
    cell.add(at - start, after, times);
    boolean worked = TeamDelta.kind(before).works();
    boolean works = TeamDelta.kind(after).works();
    if (worked != works) {
      attendance.turned(at, works ? times : -times);
    }
    changed(start);
  }

  void plan(Plan plan, QueueCalendar calendar) {
    if (plan.end() > settledBefore && plans.take(plan)) {
      changed(Math.max(calendar.intervalStart(plan.start()), settledBefore));
      judgedUntil = NONE;
    }
  }

  private void changed(long start) {
    changedFrom = Math.min(changedFrom, start);
    if (judgedUntil != NONE && start < judgedUntil) {
      judgedUntil = NONE;
    }
  }

  /** When the last interval starts in which anything is counted, or long ago. */
  long lastStart() {
    return cells.byStart().isEmpty() ? Long.MIN_VALUE : cells.byStart().lastKey();
  }

  OptionalInt scheduledAt(long instant) {
    return plans.at(instant);
  }

  void judge(long from, long to, int workingAtEnd, TeamTimes into) {
    attendance.judge(plans, from, to, workingAtEnd, into);
  }

  /** Adds what happened today before the running interval, at whose start so many were there. */
  void today(long intervalStart, Headcount atItsStart, TeamTimes into, QueueCalendar calendar) {
    long day = calendar.dayStart(intervalStart);
    int working = atItsStart.working();
    cells.walkBack(
        day, intervalStart, calendar::intervalEnd, new Cells.Walk(atItsStart.copy(), into));
    if (judgedUntil == NONE || judgedFrom != day || judgedUntil > intervalStart) {
      judged = new TeamTimes();
      judgedFrom = day;
      judgedUntil = day;
    }
    judge(judgedUntil, intervalStart, working, judged);
    judgedUntil = intervalStart;
    into.add(judged);
  }

  /** Whether there are rows to tell at that instant. */
  boolean hasChanged(long now, QueueCalendar calendar) {
    return changedFrom <= now || (toldUntil != NONE && calendar.intervalStart(now) > toldUntil);
  }

  /** Takes the rows, one after the other. */
  interface RowTaker {
    void take(long start, TeamTimes times);
  }

  /** Hands over the rows that changed, or whose interval ended, since the last call. */
  void changedRows(long now, QueueCalendar calendar, RowTaker taker) {
    long last = now == Long.MAX_VALUE ? lastOfAll(calendar) : calendar.intervalStart(now);
    long start = Math.min(changedFrom, toldUntil);
    if (start > last) {
      return;
    }
    Headcount count = countAt(start);
    while (start <= last) {
      long next = calendar.intervalEnd(start);
      Cell cell = cells.byStart().get(start);
      Headcount after = count.copy();
      if (cell != null) {
        after.add(cell.change(), 1);
      }
      if (next <= now || start >= changedFrom) {
        TeamTimes times = times(start, Math.min(next, now), cell, after);
        if (start >= changedFrom || !times.isEmpty()) {
          taker.take(start, times);
        }
      }
      count = after;
      start = next;
    }
    changedFrom = changedFrom <= last ? NONE : changedFrom;
    toldUntil = count.isEmpty() && plans.isEmpty() ? NONE : last;
  }

  /** The last interval in which something happened or was planned, or that was told already. */
  private long lastOfAll(QueueCalendar calendar) {
    long last = toldUntil == NONE ? Long.MIN_VALUE : toldUntil;
    if (!plans.isEmpty()) {
      last = Math.max(last, calendar.intervalStart(plans.end() - 1));
    }
    return cells.byStart().isEmpty() ? last : Math.max(last, cells.byStart().lastKey());
  }

  private Headcount countAt(long start) {
    Headcount count = base.copy();
    for (Cell cell : cells.byStart().headMap(start, false).values()) {
      count.add(cell.change(), 1);
    }
    return count;
  }

  private TeamTimes times(long from, long to, @Nullable Cell cell, Headcount after) {
    TeamTimes times = new TeamTimes();
    if (cell == null) {
      after.over(to - from, times);
    } else {
      cell.times(after, to - from, times);
    }
    judge(from, to, after.working(), times);
    times.notBelowZero();
    return times;
  }

  /** Intervals before the horizon are settled for good, once they have been told. */
  void forgetBefore(long horizon) {
    long told = Math.min(changedFrom, toldUntil);
    settledBefore = Math.max(settledBefore, Math.min(horizon, told));
    cells.foldBefore(settledBefore, base);
    attendance.forgetBefore(settledBefore);
    plans.forgetBefore(settledBefore);
  }

  boolean isEmpty() {
    return cells.byStart().isEmpty() && plans.isEmpty();
  }

  void write(DataOutput out) throws IOException {
    base.write(out);
    cells.write(out);
    attendance.write(out);
    plans.write(out);
    Varint.write(out, settledBefore);
    Varint.write(out, changedFrom);
    Varint.write(out, toldUntil);
  }

  void read(DataInput in) throws IOException {
    base.add(Headcount.read(in), 1);
    cells.read(in);
    attendance.read(in);
    plans.read(in);
    settledBefore = Varint.read(in);
    changedFrom = Varint.read(in);
    toldUntil = Varint.read(in);
  }
}
