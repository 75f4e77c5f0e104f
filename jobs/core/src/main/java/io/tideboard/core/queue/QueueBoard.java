// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static io.tideboard.core.tally.Measure.LEGS_FOUND_AGAIN;
import static io.tideboard.core.tally.Measure.LEGS_LOST;
import static io.tideboard.core.tally.Measure.OPEN;
import static io.tideboard.core.tally.Measure.TRANSFERRED_OUT;

import io.tideboard.core.calendar.OwnCalendar;
import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Channels;
import io.tideboard.core.lifecycle.ContactCourse;
import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.FollowUp;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.lifecycle.Score;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one queue stands on one channel: who waits, who is served, and what was counted. Live state;
 * {@link #status} and {@link #changedRows} are what is published of it.
 *
 * <p>Facts add up: whatever their order, the same facts make the same board.
 */
public final class QueueBoard {

  private final WaitingLine waiting;

  /** Since when asynchronous contacts wait for an answer. */
  private final WaitingLine due;

  private final Periods periods;
  private final OwnCalendar own = new OwnCalendar();
  private final OwnPromise promise = new OwnPromise();
  private final long[] rejected = new long[Rejection.values().length];
  private int inProgress;
  private long breaches;
  private long revision;

  // The terms that were given last, and the same by the board's own calendar.
  private @Nullable QueueTerms definedLast;
  private @Nullable QueueTerms its;

  public QueueBoard() {
    this(new WaitingLine(), new WaitingLine(), new Periods());
  }

  private QueueBoard(WaitingLine waiting, WaitingLine due, Periods periods) {
    this.waiting = waiting;
    this.due = due;
    this.periods = periods;
  }

  /** Takes what has become known. */
  public void apply(QueueDelta delta, QueueTerms defined) {
    QueueTerms terms = its(defined);
    for (Fact fact : delta.facts()) {
      if (fact instanceof Fact.VisitRevised revised) {
        visit(revised.before(), revised.after(), terms);
      } else if (fact instanceof Fact.LegRevised revised) {
        leg(revised.before(), terms, -1);
        leg(revised.after(), terms, 1);
      } else if (fact instanceof Fact.CourseRevised revised) {
        due(revised.before(), -1);
        due(revised.after(), 1);
        new CourseBooking(periods, terms, promise).book(revised.before(), revised.after());
      } else if (fact instanceof Fact.FollowUpRevised revised) {
        followUp(revised.before(), terms.calendar(), -1);
        followUp(revised.after(), terms.calendar(), 1);
      } else if (fact instanceof Fact.ScoreRevised revised) {
        score(revised.before(), terms.calendar(), -1);
        score(revised.after(), terms.calendar(), 1);
      }
    }
    breaches += delta.breaches();
    revision += delta.facts().size() + Math.abs(delta.breaches());
    for (Rejection why : Rejection.values()) {
      rejected[why.ordinal()] += delta.rejected(why);
      revision += delta.rejected(why);
    }
  }

  private void visit(@Nullable QueueVisit before, @Nullable QueueVisit after, QueueTerms terms) {
    boolean sameBegin =
        before != null
            && after != null
            && before.begin() == after.begin()
            && before.transferredIn() == after.transferredIn()
            && before.listed() == after.listed()
            && before.found() == after.found();
    if (before != null) {
      visit(before, terms, -1, sameBegin);
    }
    if (after != null) {
      visit(after, terms, 1, sameBegin);
    }
  }

  private void visit(QueueVisit visit, QueueTerms terms, int times, boolean beginStands) {
    QueueCalendar calendar = terms.calendar();
    long begin = visit.begin();
    if (!beginStands) {
      Bookkeeping.begun(visit, periods.arrivedAt(begin, calendar), times);
      periods.happened(begin, calendar, to -> Bookkeeping.begun(visit, to, times));
    }
    if (visit.waiting()) {
      periods.arrivedAt(begin, calendar).add(OPEN, times);
      waiting.add(begin, times);
    } else {
      OwnPromise.Within limits = promise.at(visit.end(), terms);
      Bookkeeping.ended(visit, limits, periods.arrivedAt(begin, calendar), times);
      periods.happened(visit.end(), calendar, to -> Bookkeeping.ended(visit, limits, to, times));
      Timekeeping.waited(visit, limits.threshold(), periods.lifetime(), times);
    }
  }

  private void leg(@Nullable HandledLeg leg, QueueTerms terms, int times) {
    if (leg == null) {
      return;
    }
    QueueCalendar calendar = terms.calendar();
    Booking arrival = periods.arrivedAt(leg.offeredAt(), calendar);
    if (leg.found()) {
      arrival.add(LEGS_FOUND_AGAIN, times);
      periods.happened(leg.answeredAt(), calendar, to -> to.add(LEGS_FOUND_AGAIN, times));
    }
    if (leg.inProgress()) {
      inProgress += times;
      arrival.add(OPEN, times);
      return;
    }
    if (leg.lost()) {
      arrival.add(LEGS_LOST, times);
      periods.happened(leg.endedAt(), calendar, to -> to.add(LEGS_LOST, times));
      return;
    }
    Bookkeeping.completed(leg, arrival, times);
    Bookkeeping.durations(leg, arrival, times);
    periods.happened(leg.completedAt(), calendar, to -> Bookkeeping.completed(leg, to, times));
    periods.completed(leg.completedAt(), to -> Bookkeeping.durations(leg, to, times));
    durationsByInterval(leg, calendar, times);
    OwnPromise.Within limits = promise.at(leg.completedAt(), terms);
    Timekeeping.handled(leg, limits.threshold(), periods.lifetime(), times);
    if (leg.transferredOut()) {
      arrival.add(TRANSFERRED_OUT, times);
      periods.happened(leg.endedAt(), calendar, to -> to.add(TRANSFERRED_OUT, times));
    }
  }

  /** Times are split where one interval ends and the next begins. */
  private void durationsByInterval(HandledLeg leg, QueueCalendar calendar, int times) {
    long from = leg.answeredAt();
    while (from < leg.completedAt()) {
      long to = calendar.intervalEnd(from);
      Bookkeeping.durationsWithin(leg, from, to, periods.intervalAt(from, calendar), times);
      from = to;
    }
  }

  private void due(@Nullable ContactCourse contact, int times) {
    if (contact != null && contact.dueSince() != QueueVisit.OPEN) {
      due.add(contact.dueSince(), times);
    }
  }

  /**
   * Those to whom a promise is due: who waits, or on asynchronous channels who waits for an answer.
   */
  private WaitingLine promised(QueueTerms terms) {
    return Channels.asynchronous(terms.key().channel()) ? due : waiting;
  }

  private void followUp(@Nullable FollowUp followUp, QueueCalendar calendar, int times) {
    if (followUp != null) {
      Bookkeeping.followedUp(followUp, periods.arrivedAt(followUp.arrivedAt(), calendar), times);
      periods.happened(
          followUp.resolvedAt(), calendar, to -> Bookkeeping.followedUp(followUp, to, times));
    }
  }

  private void score(@Nullable Score score, QueueCalendar calendar, int times) {
    if (score != null) {
      Bookkeeping.scored(score, periods.arrivedAt(score.arrivedAt(), calendar), times);
      periods.happened(score.at(), calendar, to -> Bookkeeping.scored(score, to, times));
    }
  }

  /**
   * Time has come to {@code now}: windows roll, a new day may begin, and another calendar and other
   * limits that are defined are adopted.
   */
  public void advance(long now, QueueTerms terms) {
    own.adopt(terms.calendar(), now, periods.lastStart());
    promise.adopt(terms, now);
    periods.advance(now, own.present(terms.calendar()));
  }

  /** The terms by the board's own calendar. */
  private QueueTerms its(QueueTerms defined) {
    QueueCalendar calendar = own.present(defined.calendar());
    QueueTerms terms = its;
    if (terms == null || definedLast != defined || terms.calendar() != calendar) {
      definedLast = defined;
      terms = defined.by(calendar);
      its = terms;
    }
    return terms;
  }

  /**
   * Forgets the intervals before {@code horizon} of which every visit has ended and which have been
   * published. What would correct them afterwards is too late, and counted.
   */
  public void forgetBefore(long horizon) {
    periods.forgetBefore(horizon);
  }

  /** How the queue stands at {@code now}, to which {@link #advance} must have brought it. */
  public QueueStatus status(QueueTerms terms, long now) {
    return new QueueStatus(
        terms.key(),
        new QueueStatus.Freshness(revision, now),
        new QueueStatus.Line(
            waiting.size(),
            waiting.oldest(),
            promised(terms).begunBy(now - terms.atRiskAfter()),
            promised(terms).begunBy(now - terms.threshold()),
            inProgress),
        new QueueStatus.Counts(
            breaches,
            periods.tooLate(),
            Arrays.stream(rejected).boxed().toList(),
            periods.total(),
            periods.today(terms),
            periods.windows(terms),
            periods.lifetime(breaches)));
  }

  /**
   * When the status will next change although nothing happens: a contact comes to be at risk or in
   * breach, or a window rolls on while it holds something. None when it will not.
   */
  public OptionalLong nextChange(QueueTerms terms, long now) {
    long next = Long.MAX_VALUE;
    OptionalLong risk = promised(terms).firstAfter(now - terms.atRiskAfter());
    OptionalLong breach = promised(terms).firstAfter(now - terms.threshold());
    if (risk.isPresent()) {
      next = Math.min(next, risk.getAsLong() + terms.atRiskAfter());
    }
    if (breach.isPresent()) {
      next = Math.min(next, breach.getAsLong() + terms.threshold());
    }
    if (periods.roll()) {
      next = Math.min(next, QueueCalendar.slotStart(now) + QueueCalendar.SLOT);
    }
    return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
  }

  /** Hands over the interval rows that changed since the last call. */
  public void changedRows(QueueTerms terms, Consumer<IntervalRow> taker) {
    QueueCalendar calendar = own.present(terms.calendar());
    for (Basis basis : Basis.values()) {
      periods.changed(
          basis,
          (start, tally) ->
              taker.accept(
                  new IntervalRow(
                      terms.key(),
                      start,
                      minutes(calendar, start),
                      basis,
                      revision,
                      tally.copy())));
    }
  }

  /**
   * Hands over what came in intervals that have ended and changed since the last call, by arrival.
   *
   * @param now only intervals that start before the one that holds this instant
   */
  public void endedIntervals(QueueTerms terms, long now, BiConsumer<Long, QueueTally> taker) {
    long before = now == Long.MAX_VALUE ? now : own.present(terms.calendar()).intervalStart(now);
    periods.ended(before, taker);
  }

  private static int minutes(QueueCalendar calendar, long start) {
    return (int) (calendar.interval(start) / (60 * Micros.SECOND));
  }

  /** Whether rows have changed since {@link #changedRows}. */
  public boolean hasChangedRows() {
    return periods.hasChanged();
  }

  /** Writes the state. */
  public void write(DataOutput out) throws IOException {
    waiting.write(out);
    due.write(out);
    periods.write(out);
    Varint.write(out, inProgress);
    Varint.write(out, breaches);
    Varint.write(out, revision);
    for (long count : rejected) {
      Varint.write(out, count);
    }
    own.write(out);
    promise.write(out);
  }

  /**
   * Reads what {@link #write} wrote. The next {@link #advance} makes today and the windows anew.
   */
  public static QueueBoard read(DataInput in) throws IOException {
    QueueBoard board = new QueueBoard(WaitingLine.read(in), WaitingLine.read(in), Periods.read(in));
    board.inProgress = Varint.readInt(in);
    board.breaches = Varint.read(in);
    board.revision = Varint.read(in);
    for (int i = 0; i < board.rejected.length; i++) {
      board.rejected[i] = Varint.read(in);
    }
    board.own.read(in);
    board.promise.read(in);
    return board;
  }
}
