// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.results.Basis;
import io.tideboard.core.tally.LifetimeCounts;
import io.tideboard.core.tally.LifetimeTally;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a queue, in every period that it is shown for: since the beginning, today,
 * the rolling windows, and the intervals in both bases. A count is booked once and goes wherever it
 * belongs.
 */
final class Periods {

  private final QueueTally total;
  private final LifetimeTally lifetime = new LifetimeTally();
  private final IntervalBook arrivals;
  private final IntervalBook events;
  private final RollingWindows windows;
  private final ArrivalBooking arrivalBooking = new ArrivalBooking();
  private final RowBooking rowBooking = new RowBooking();

  // Follows from the arrivals and the time; made anew when a day begins.
  private QueueTally today = new QueueTally();
  private long todayStart = Long.MIN_VALUE;

  // Of one contact several things are booked to the same arrival.
  private @Nullable QueueCalendar arrivalCalendar;
  private long arrivalAt;

  Periods() {
    this(new QueueTally(), new IntervalBook(), new IntervalBook(), new RollingWindows());
  }

  private Periods(
      QueueTally total, IntervalBook arrivals, IntervalBook events, RollingWindows windows) {
    this.total = total;
    this.arrivals = arrivals;
    this.events = events;
    this.windows = windows;
  }

  /** Where to book what belongs to an arrival at {@code at}; good until the next call. */
  Booking arrivedAt(long at, QueueCalendar calendar) {
    if (at != arrivalAt || calendar != arrivalCalendar) {
      long start = calendar.intervalStart(at);
      arrivalBooking.row = arrivals.at(start);
      arrivalBooking.isToday = calendar.dayStart(start) == todayStart;
      arrivalAt = at;
      arrivalCalendar = calendar;
    }
    return arrivalBooking;
  }

  /** Something happened at {@code at}: books it to that interval, and to the windows. */
  void happened(long at, QueueCalendar calendar, Happening what) {
    what.book(intervalAt(at, calendar));
    windows.happened(at, what);
  }

  /** Where to book times that fell into the interval of {@code at}, and into no window. */
  Booking intervalAt(long at, QueueCalendar calendar) {
    rowBooking.row = events.at(calendar.intervalStart(at));
    return rowBooking;
  }

  /** Something was completed at {@code at}: books it to the windows only. */
  void completed(long at, Happening what) {
    windows.happened(at, what);
  }

  /** Time has come to {@code now}: windows roll, and a new day may begin. */
  void advance(long now, QueueCalendar calendar) {
    windows.advance(now);
    long day = calendar.dayStart(now);
    if (day != todayStart) {
      todayStart = day;
      arrivalCalendar = null;
      today = new QueueTally();
      arrivals.from(
          day,
          (start, tally) -> {
            if (calendar.dayStart(start) == day) {
              today.add(tally, 1);
            }
          });
    }
  }

  /**
   * Forgets intervals before {@code horizon} that are settled and published, but none of today:
   * after a restart the day is summed up from them, and it may be longer than the horizon is far.
   */
  void forgetBefore(long horizon) {
    long before = Math.min(horizon, todayStart);
    arrivalCalendar = null;
    arrivals.forgetBefore(before);
    events.forgetBefore(before);
  }

  PeriodCounts total() {
    return PeriodCounts.of(total);
  }

  /** What counters show, beside so many breaches. */
  LifetimeCounts lifetime(long breaches) {
    return lifetime.counts(total, breaches);
  }

  /** What took how long, since the beginning. */
  LifetimeTally lifetime() {
    return lifetime;
  }

  PeriodCounts today(QueueTerms terms) {
    return PeriodCounts.of(terms.judge(today));
  }

  List<PeriodCounts> windows(QueueTerms terms) {
    return windows.sums().stream().map(sum -> PeriodCounts.of(terms.judge(sum))).toList();
  }

  /** Whether some window holds something, so that it changes as time goes on. */
  boolean roll() {
    return windows.roll();
  }

  /** Hands over the intervals that changed since the last call. */
  void changed(Basis basis, BiConsumer<Long, QueueTally> taker) {
    arrivalCalendar = null;
    (basis == Basis.ARRIVAL ? arrivals : events).changed(taker);
  }

  /** Hands over the arrivals of intervals before then that changed since they were last. */
  void ended(long before, BiConsumer<Long, QueueTally> taker) {
    arrivalCalendar = null;
    arrivals.ended(before, taker);
  }

  /** When the last interval starts in which anything is counted, or long ago. */
  long lastStart() {
    return Math.max(arrivals.lastStart(), events.lastStart());
  }

  boolean hasChanged() {
    return arrivals.hasChanged() || events.hasChanged();
  }

  /** Corrections that came too late. */
  long tooLate() {
    return arrivals.tooLate() + events.tooLate();
  }

  void write(DataOutput out) throws IOException {
    total.write(out);
    arrivals.write(out);
    events.write(out);
    windows.write(out);
    lifetime.write(out);
  }

  static Periods read(DataInput in) throws IOException {
    Periods periods =
        new Periods(
            QueueTally.read(in),
            IntervalBook.read(in),
            IntervalBook.read(in),
            RollingWindows.read(in));
    periods.lifetime.read(in);
    return periods;
  }

  private final class ArrivalBooking implements Booking {

    private @Nullable QueueTally row;
    private boolean isToday;

    @Override
    public void add(Measure measure, long amount) {
      total.add(measure, amount);
      if (measure.judged()) {
        return;
      }
      if (row != null) {
        row.add(measure, amount);
      }
      if (isToday) {
        today.add(measure, amount);
      }
    }

    @Override
    public void add(Sample sample, long duration, int times) {
      if (row != null) {
        row.add(sample, duration, times);
      }
      if (isToday) {
        today.add(sample, duration, times);
      }
    }
  }

  private static final class RowBooking implements Booking {

    private @Nullable QueueTally row;

    @Override
    public void add(Measure measure, long amount) {
      if (row != null && !measure.judged()) {
        row.add(measure, amount);
      }
    }

    @Override
    public void add(Sample sample, long duration, int times) {
      if (row != null) {
        row.add(sample, duration, times);
      }
    }
  }
}
