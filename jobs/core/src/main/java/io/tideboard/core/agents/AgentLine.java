// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.results.QueueStatus.Freshness;
import io.tideboard.core.wire.NamesIn;
import io.tideboard.core.wire.NamesOut;
import io.tideboard.core.wire.Varint;
import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One agent: the states told and the contacts served, each in order, and what follows from both.
 * Live state. An event may come twice, late or in any order: the course is that of the history in
 * its order, and what changes of it is told as turns that can be added up and taken back.
 */
public final class AgentLine {

  /** Later than anything that is due. */
  public static final long NEVER = Told.NEVER;

  // So often history is folded: not at every event, since what follows must be moved each time.
  private static final int FOLDED_AT_ONCE = 16;
  private static final long SLACK = 7_200 * Micros.SECOND;
  private static final long DAY = 86_400 * Micros.SECOND;

  private final AgentTerms terms;
  private final ToldLine told;
  private final LegLine legs = new LegLine();
  private final Course course;
  private final long lateness;
  private final long maxShift;
  private long folded = Long.MIN_VALUE;
  private long revision;
  private @Nullable AgentDay day;

  public AgentLine(AgentTerms terms) {
    this.terms = terms;
    this.maxShift = Micros.of(terms.maxShift());
    this.lateness = Micros.of(terms.allowedLateness());
    this.told = new ToldLine(maxShift);
    this.course = new Course(terms, told, legs);
  }

  /**
   * Events told states of the agent, and contacts came into the agent's hands, went further or
   * turned out to be another's.
   *
   * @param absences what the platforms' lists said of the agent
   * @return those states that do not count, because they came later than is allowed
   */
  public List<Mark> take(
      List<Mark> marks, List<Served> served, Absences absences, TurnTaker turns) {
    List<Mark> news = new ArrayList<>(marks.size());
    List<Mark> tooLate = new ArrayList<>(0);
    for (Mark mark : marks) {
      if (told.indexOf(mark.identity()) >= 0) {
        continue;
      }
      if (mark.at() < folded) {
        turns.repaired(Repair.TOO_LATE, queues(), 1);
        tooLate.add(mark);
      } else {
        news.add(mark);
      }
    }
    if (!news.isEmpty() || !served.isEmpty()) {
      change(from(news, served), () -> insert(news, absences) | serve(served, turns), turns);
    }
    return tooLate;
  }

  /** The first instant that any of it concerns. */
  private static long from(List<Mark> marks, List<Served> served) {
    long from = NEVER;
    for (Mark mark : marks) {
      from = Math.min(from, mark.at());
    }
    for (Served each : served) {
      from = Math.min(from, firstDifference(each.before(), each.after()));
    }
    return from;
  }

  /** A platform's list names the agent. */
  public void listed(
      AgentSnapshot.Standing standing, Rolls.Roll roll, Rolls rolls, TurnTaker turns) {
    Mark list = Mark.of(standing, roll.source(), roll.at());
    int known = told.indexOf(list.identity());
    if (known >= 0) {
      Mark was = told.get(known).mark();
      if (list.seen() > was.seen()) {
        Mark confirmed = was.confirmed(list);
        long from = confirmed.queues().equals(was.queues()) ? firstGone(known) : was.at();
        Absences absences = new Absences(rolls, standing.agent());
        change(
            from,
            () -> {
              told.replace(known, confirmed, told.get(known).shift().goneAt());
              told.lookAgain(known, absences);
              return true;
            },
            turns);
      }
    } else if (list.at() >= folded || told.size() == 0) {
      insert(list, new Absences(rolls, standing.agent()), turns);
    } else if (list.seen() >= folded && stateToldBefore(list.seen()) != list.state()) {
      // It began before what is remembered: all that can be put right is from the list on.
      insert(list.movedTo(list.seen()), new Absences(rolls, standing.agent()), turns);
    }
  }

  private void insert(Mark mark, Absences absences, TurnTaker turns) {
    change(mark.at(), () -> insert(List.of(mark), absences), turns);
  }

  private boolean insert(List<Mark> marks, Absences absences) {
    for (Mark mark : marks) {
      // The same event may have come twice among them.
      if (told.indexOf(mark.identity()) < 0) {
        told.lookAgain(told.insert(mark), absences);
      }
    }
    return !marks.isEmpty();
  }

  /** The first instant from which on the agent was thought to be gone, from that entry on. */
  private long firstGone(int index) {
    long first = NEVER;
    for (int i = Math.max(0, index); i < told.size(); i++) {
      first = Math.min(first, told.signedUntil(i));
    }
    return first;
  }

  /** A platform's list does not name the agent: whoever was told by that platform is gone. */
  public void unlisted(Rolls.Roll roll, TurnTaker turns) {
    int index = told.indexAt(roll.at() - 1);
    if (index < 0 || roll.at() < folded) {
      return;
    }
    Told latest = told.get(index);
    if (latest.mark().source().equals(roll.source())
        && latest.mark().state() != AgentState.OFFLINE
        && latest.shift().seen() < roll.at()
        && latest.goneAt() > roll.at()) {
      change(
          roll.at(),
          () -> {
            told.replace(index, latest.mark(), roll.at());
            return true;
          },
          turns);
    }
  }

  private boolean serve(List<Served> all, TurnTaker turns) {
    boolean changed = false;
    for (Served served : all) {
      changed |= take(served, turns);
    }
    return changed;
  }

  private boolean take(Served served, TurnTaker turns) {
    ServedLeg before = served.before();
    ServedLeg after = served.after();
    if (before != null && !legs.removeIfThere(before)) {
      turns.repaired(Repair.TOO_LATE, queues(), 1);
      return false;
    }
    if (after != null) {
      legs.add(after);
    }
    return true;
  }

  private static long firstDifference(@Nullable ServedLeg before, @Nullable ServedLeg after) {
    if (before != null && after != null) {
      return before.firstDifference(after);
    }
    return before != null ? before.answeredAt() : after != null ? after.answeredAt() : NEVER;
  }

  /** When {@link #wake} must be called: a shift runs too long, or the agent may be forgotten. */
  public long wakeAt() {
    long shiftEnd = told.shiftEnd();
    return shiftEnd != NEVER ? shiftEnd : latest() + lateness;
  }

  /** Time has come to {@code now}: a shift that ran too long is over. */
  public void wake(long now, TurnTaker turns) {
    long shiftEnd = told.shiftEnd();
    if (shiftEnd <= now) {
      change(
          shiftEnd,
          () -> {
            told.endBy(shiftEnd);
            return true;
          },
          turns);
    }
  }

  /** What is told of the time before {@code now} less the allowed lateness is too late from now. */
  public void advance(long now) {
    long horizon = now - lateness;
    if (horizon <= folded || now == Long.MIN_VALUE) {
      return;
    }
    folded = horizon;
    // Today is made anew from it after a restart: a day of 25 hours, and a little more.
    long horizonTold = Math.min(folded, now - DAY) - SLACK;
    if (told.size() > FOLDED_AT_ONCE && told.get(FOLDED_AT_ONCE).at() < horizonTold) {
      told.foldBefore(horizonTold);
    }
    // Queues of an agent who names none follow from the contacts of the whole shift.
    long horizonServed = Math.min(horizonTold, folded - maxShift);
    if (legs.size() > FOLDED_AT_ONCE && legs.get(FOLDED_AT_ONCE).doneAt() < horizonServed) {
      legs.foldBefore(horizonServed);
    }
  }

  /** Whether nothing that is remembered of the agent will matter any more at {@code now}. */
  public boolean over(long now) {
    return told.shiftEnd() == NEVER && legs.inProgress() == 0 && latest() + lateness <= now;
  }

  private long latest() {
    int last = told.size() - 1;
    long done = legs.lastDone();
    if (last < 0) {
      return done;
    }
    long off = told.signedUntil(last);
    return Math.max(done, off == NEVER ? told.get(last).at() : off);
  }

  /**
   * How the agent stands.
   *
   * @param now the stream's time; what is known of a moment ahead of it counts
   * @param dayStart when the agent's day began
   */
  public AgentStatus status(String agent, long now, long dayStart) {
    long instant = Math.max(now, Math.max(latest(), legs.lastAnswered()));
    Activity activity = course.at(instant);
    if (day == null || day.start() != dayStart) {
      day = new AgentDay(dayStart, course.from(dayStart));
    }
    AgentStatus.Doing doing =
        new AgentStatus.Doing(
            activity.state(),
            activity.told(),
            activity.reason(),
            course.since(instant),
            activity.queues());
    return new AgentStatus(
        agent,
        new Freshness(revision, now),
        doing,
        legs.inProgressByChannel(),
        day.until(instant, activity));
  }

  /** How much has become known: more after everything that matters. */
  public long revision() {
    return revision;
  }

  /** What the agent does then. */
  public Activity at(long instant) {
    return course.at(instant);
  }

  /** Every activity from an instant on. */
  List<Run> from(long instant) {
    return course.from(instant);
  }

  private List<String> queues() {
    return told.size() == 0 ? List.of() : told.get(told.size() - 1).queues();
  }

  private AgentState stateToldBefore(long instant) {
    return course.at(instant - 1).told() == null
        ? AgentState.OFFLINE
        : told.get(Math.max(0, told.indexAt(instant - 1))).mark().state();
  }

  /**
   * Makes a change that matters from an instant on, and tells what it changed.
   *
   * @param change says whether there was one
   */
  private void change(long from, BooleanSupplier change, TurnTaker turns) {
    if (from == NEVER) {
      var unused = change.getAsBoolean();
      return;
    }
    // Whatever is known of a time after the longest shift shows that the sign-off was forgotten.
    long since = Math.max(Math.min(from, told.shiftEnd()), folded);
    Activity before = course.at(since - 1);
    List<Run> was = course.from(since, before);
    List<ToldLine.Repaired> wasRepaired = told.repairs(since);
    if (!change.getAsBoolean()) {
      return;
    }
    revision++;
    List<Run> is = course.from(since);
    if (day != null) {
      Difference.of(before, was, is, day);
    }
    Difference.of(before, was, is, turns);
    Difference.of(wasRepaired, told.repairs(since), turns);
  }

  /** Writes the state, with the terms under which it began: it goes on under these. */
  public void write(DataOutput out) throws IOException {
    terms.write(out);
    NamesOut names = new NamesOut(out);
    Varint.write(out, folded);
    Varint.write(out, revision);
    told.write(names, out);
    legs.write(names, out);
  }

  /** Reads what {@link #write} wrote. */
  public static AgentLine read(DataInput in) throws IOException {
    AgentLine line = new AgentLine(AgentTerms.read(in));
    NamesIn names = new NamesIn(in);
    line.folded = Varint.read(in);
    line.revision = Varint.read(in);
    line.told.read(names, in);
    line.legs.read(names, in);
    return line;
  }
}
