// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static io.tideboard.core.tally.Measure.OPEN;
import static io.tideboard.core.tally.Measure.TRANSFERRED_OUT;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a number of facts change in one queue and channel. Deltas add up, so many facts can be
 * gathered before they travel: a busy queue costs one delta a moment, not one an event.
 */
public final class QueueDelta {

  final TallySeries arrivals;
  final TallySeries events;
  final TallySeries slots;
  final WaitingLine waiting;
  private int inProgress;
  private long breaches;
  private long revisions;

  public QueueDelta() {
    this(new TallySeries(), new TallySeries(), new TallySeries(), new WaitingLine());
  }

  private QueueDelta(
      TallySeries arrivals, TallySeries events, TallySeries slots, WaitingLine waiting) {
    this.arrivals = arrivals;
    this.events = events;
    this.slots = slots;
    this.waiting = waiting;
  }

  /** Takes what a fact says of this queue: what was so is taken back, what is so is added. */
  public void take(Fact fact, QueueTerms terms) {
    if (fact instanceof Fact.VisitRevised revised) {
      visit(revised.before(), terms, -1);
      visit(revised.after(), terms, 1);
    } else if (fact instanceof Fact.LegRevised revised) {
      leg(revised.before(), terms, -1);
      leg(revised.after(), terms, 1);
    }
    revisions++;
  }

  /** Counts a breach, or takes one back with −1. */
  public void breached(int times) {
    breaches += times;
    revisions++;
  }

  private void visit(@Nullable QueueVisit visit, QueueTerms terms, int times) {
    if (visit == null || !terms.key().isOf(visit.queue(), visit.channel())) {
      return;
    }
    long begin = visit.begin();
    long interval = terms.calendar().intervalStart(begin);
    QueueTally arrival = arrivals.at(interval);
    Bookkeeping.begun(visit, arrival, times);
    Bookkeeping.begun(visit, events.at(interval), times);
    Bookkeeping.begun(visit, slots.at(QueueCalendar.slotStart(begin)), times);
    if (visit.waiting()) {
      arrival.add(OPEN, times);
      waiting.add(begin, times);
      return;
    }
    long end = visit.end();
    Bookkeeping.ended(visit, terms, arrival, times);
    Bookkeeping.ended(visit, terms, events.at(terms.calendar().intervalStart(end)), times);
    Bookkeeping.ended(visit, terms, slots.at(QueueCalendar.slotStart(end)), times);
  }

  private void leg(@Nullable HandledLeg leg, QueueTerms terms, int times) {
    if (leg == null || !terms.key().isOf(leg.queue(), leg.channel())) {
      return;
    }
    QueueCalendar calendar = terms.calendar();
    QueueTally arrival = arrivals.at(calendar.intervalStart(leg.offeredAt()));
    if (leg.inProgress()) {
      inProgress += times;
      arrival.add(OPEN, times);
      return;
    }
    QueueTally slot = slots.at(QueueCalendar.slotStart(leg.completedAt()));
    Bookkeeping.completed(leg, arrival, times);
    Bookkeeping.durations(leg, arrival, times);
    Bookkeeping.completed(leg, slot, times);
    Bookkeeping.durations(leg, slot, times);
    Bookkeeping.completed(leg, events.at(calendar.intervalStart(leg.completedAt())), times);
    durationsByInterval(leg, calendar, times);
    if (leg.transferredOut()) {
      arrival.add(TRANSFERRED_OUT, times);
      events.at(calendar.intervalStart(leg.endedAt())).add(TRANSFERRED_OUT, times);
      slots.at(QueueCalendar.slotStart(leg.endedAt())).add(TRANSFERRED_OUT, times);
    }
  }

  /** Times are split where one interval ends and the next begins. */
  private void durationsByInterval(HandledLeg leg, QueueCalendar calendar, int times) {
    long from = leg.answeredAt();
    while (from < leg.completedAt()) {
      long to = calendar.intervalEnd(from);
      QueueTally tally = events.at(calendar.intervalStart(from));
      Bookkeeping.durationsWithin(leg, from, to, tally, times);
      from = to;
    }
  }

  /** Adds what {@code other} changes. */
  public void add(QueueDelta other) {
    arrivals.add(other.arrivals);
    events.add(other.events);
    slots.add(other.slots);
    waiting.add(other.waiting);
    inProgress += other.inProgress;
    breaches += other.breaches;
    revisions += other.revisions;
  }

  /** By how much the number of contacts in progress changes. */
  int inProgress() {
    return inProgress;
  }

  /** By how much the number of breaches changes. */
  long breaches() {
    return breaches;
  }

  /** How many facts are gathered here. */
  long revisions() {
    return revisions;
  }

  /** Writes the delta. */
  public void write(DataOutput out) throws IOException {
    arrivals.write(out);
    events.write(out);
    slots.write(out);
    waiting.write(out);
    Varint.write(out, inProgress);
    Varint.write(out, breaches);
    Varint.write(out, revisions);
  }

  /** Reads what {@link #write} wrote. */
  public static QueueDelta read(DataInput in) throws IOException {
    QueueDelta delta =
        new QueueDelta(
            TallySeries.read(in), TallySeries.read(in), TallySeries.read(in), WaitingLine.read(in));
    delta.inProgress = Varint.readInt(in);
    delta.breaches = Varint.read(in);
    delta.revisions = Varint.read(in);
    return delta;
  }
}
