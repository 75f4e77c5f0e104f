// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a queue, in every period that it is shown for: since the beginning, today,
 * the rolling windows, and the intervals in both bases. A count is booked once and goes wherever it
 * belongs.
 */
final class Periods {

  private static final long LONGEST_WINDOW =
      Arrays.stream(QueueStatus.WINDOW_MINUTES).max().orElseThrow() * 60 * Micros.SECOND;

  private final QueueTally total;
  private final IntervalBook arrivals;
  private final IntervalBook events;
  private final TallySeries slots;
  private final RollingWindow[] windows;
  private final ArrivalBooking arrivalBooking = new ArrivalBooking();
  private final EventBooking eventBooking = new EventBooking();

  // Follows from the arrivals and the time; made anew when a day begins.
  private QueueTally today = new QueueTally();
  private long todayStart = Long.MIN_VALUE;

  Periods() {
    this(new QueueTally(), new IntervalBook(), new IntervalBook(), new TallySeries());
  }

  private Periods(QueueTally total, IntervalBook arrivals, IntervalBook events, TallySeries slots) {
    this.total = total;
    this.arrivals = arrivals;
    this.events = events;
    this.slots = slots;
    this.windows =
        Arrays.stream(QueueStatus.WINDOW_MINUTES)
            .mapToObj(minutes -> new RollingWindow(slots, minutes))
            .toArray(RollingWindow[]::new);
  }

  /** Where to book what belongs to an arrival at {@code at}; good until the next call. */
  Booking arrivedAt(long at, QueueCalendar calendar) {
    long start = calendar.intervalStart(at);
    arrivalBooking.row = arrivals.at(start);
    arrivalBooking.isToday = calendar.dayStart(start) == todayStart;
    return arrivalBooking;
  }

  /** Where to book what happened at {@code at}; good until the next call. */
  Booking happenedAt(long at, QueueCalendar calendar) {
    eventBooking.row = events.at(calendar.intervalStart(at));
    eventBooking.slotStart = QueueCalendar.slotStart(at);
    eventBooking.slot = slots.at(eventBooking.slotStart);
    return eventBooking;
  }

  /** Where to book times that fell into the interval of {@code at}, and into no window. */
  Booking intervalAt(long at, QueueCalendar calendar) {
    eventBooking.row = events.at(calendar.intervalStart(at));
    eventBooking.slot = null;
    return eventBooking;
  }

  /** Where to book times of what was completed at {@code at}, in the windows only. */
  Booking windowsAt(long at) {
    eventBooking.row = null;
    eventBooking.slotStart = QueueCalendar.slotStart(at);
    eventBooking.slot = slots.at(eventBooking.slotStart);
    return eventBooking;
  }

  /** Time has come to {@code now}: windows roll, and a new day may begin. */
  void advance(long now, QueueCalendar calendar) {
    for (int i = 0; i < windows.length; i++) {
      windows[i].advance(now, i == 0 ? null : windows[i - 1]);
    }
    slots.removeBefore(QueueCalendar.slotStart(now) - LONGEST_WINDOW);
    long day = calendar.dayStart(now);
    if (day != todayStart) {
      todayStart = day;
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
    arrivals.forgetBefore(before);
    events.forgetBefore(before);
  }

  PeriodCounts total() {
    return PeriodCounts.of(total);
  }

  PeriodCounts today(QueueTerms terms) {
    return PeriodCounts.of(terms.judge(today));
  }

  List<PeriodCounts> windows(QueueTerms terms) {
    return Arrays.stream(windows)
        .map(window -> PeriodCounts.of(terms.judge(window.sum())))
        .toList();
  }

  /** Whether some window holds something, so that it changes as time goes on. */
  boolean roll() {
    return !slots.byStart().isEmpty();
  }

  /** Hands over the intervals that changed since the last call. */
  void changed(Basis basis, BiConsumer<Long, QueueTally> taker) {
    (basis == Basis.ARRIVAL ? arrivals : events).changed(taker);
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
    slots.write(out);
  }

  static Periods read(DataInput in) throws IOException {
    return new Periods(
        QueueTally.read(in), IntervalBook.read(in), IntervalBook.read(in), TallySeries.read(in));
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

  private final class EventBooking implements Booking {

    private @Nullable QueueTally row;
    private @Nullable QueueTally slot;
    private long slotStart;

    @Override
    public void add(Measure measure, long amount) {
      if (measure.judged()) {
        return;
      }
      if (row != null) {
        row.add(measure, amount);
      }
      if (slot != null) {
        slot.add(measure, amount);
        for (RollingWindow window : windows) {
          if (window.holds(slotStart)) {
            window.add(measure, amount);
          }
        }
      }
    }

    @Override
    public void add(Sample sample, long duration, int times) {
      if (row != null) {
        row.add(sample, duration, times);
      }
      if (slot != null) {
        slot.add(sample, duration, times);
        for (RollingWindow window : windows) {
          if (window.holds(slotStart)) {
            window.add(sample, duration, times);
          }
        }
      }
    }
  }
}
