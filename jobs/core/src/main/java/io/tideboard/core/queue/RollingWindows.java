// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in the last 5, 15, 30 and 60 minutes. What becomes known is only noted at first,
 * and counted when time has come to it: while a log is caught up with, most of it has left every
 * window by then.
 */
final class RollingWindows {

  private static final long LONGEST =
      Arrays.stream(QueueStatus.WINDOW_MINUTES).max().orElseThrow() * 60 * Micros.SECOND;

  /** So much is noted at most before it is counted, wherever time stands; or nowhere yet. */
  private static final int MOST_NOTED = 1 << 15;

  private static final int MOST_WITHOUT_TIME = 1 << 10;

  private record Noted(long slot, Happening what) {}

  private final TallySeries slots;
  private final RollingWindow[] windows;
  private final SlotBooking slotBooking = new SlotBooking();
  private List<Noted> noted = new ArrayList<>();
  private long edge = Long.MIN_VALUE;

  RollingWindows() {
    this(new TallySeries());
  }

  private RollingWindows(TallySeries slots) {
    this.slots = slots;
    this.windows =
        Arrays.stream(QueueStatus.WINDOW_MINUTES)
            .mapToObj(minutes -> new RollingWindow(slots, minutes))
            .toArray(RollingWindow[]::new);
  }

  /** Something happened then. */
  void happened(long at, Happening what) {
    long slot = QueueCalendar.slotStart(at);
    if (slot >= horizon()) {
      noted.add(new Noted(slot, what));
      if (noted.size() > (edge == Long.MIN_VALUE ? MOST_WITHOUT_TIME : MOST_NOTED)) {
        countUpTo(Long.MAX_VALUE);
      }
    }
  }

  /** Time has come to {@code now}: the windows roll. */
  void advance(long now) {
    edge = Math.max(edge, QueueCalendar.slotStart(now));
    for (int i = 0; i < windows.length; i++) {
      windows[i].advance(now, i == 0 ? null : windows[i - 1]);
    }
    slots.removeBefore(horizon());
    countUpTo(edge);
  }

  private long horizon() {
    return edge == Long.MIN_VALUE ? Long.MIN_VALUE : edge - LONGEST;
  }

  /** Counts what was noted of that slot and those before; what lies ahead is kept for later. */
  private void countUpTo(long last) {
    List<Noted> ahead = new ArrayList<>();
    for (Noted each : noted) {
      if (each.slot() > last) {
        ahead.add(each);
      } else if (each.slot() >= horizon()) {
        each.what().book(slotBooking.of(each.slot()));
      }
    }
    noted = ahead;
  }

  /** What happened in each window, shortest first. */
  List<QueueTally> sums() {
    countUpTo(edge);
    return Arrays.stream(windows).map(RollingWindow::sum).toList();
  }

  /** Whether some window holds something, so that it changes as time goes on. */
  boolean roll() {
    return !slots.byStart().isEmpty() || !noted.isEmpty();
  }

  void write(DataOutput out) throws IOException {
    countUpTo(Long.MAX_VALUE);
    slots.write(out);
  }

  static RollingWindows read(DataInput in) throws IOException {
    return new RollingWindows(TallySeries.read(in));
  }

  private final class SlotBooking implements Booking {

    private @Nullable QueueTally tally;
    private long slot;

    SlotBooking of(long start) {
      slot = start;
      tally = slots.at(start);
      return this;
    }

    @Override
    public void add(Measure measure, long amount) {
      if (measure.judged() || tally == null) {
        return;
      }
      tally.add(measure, amount);
      for (RollingWindow window : windows) {
        if (window.holds(slot)) {
          window.add(measure, amount);
        }
      }
    }

    @Override
    public void add(Sample sample, long duration, int times) {
      if (tally == null) {
        return;
      }
      tally.add(sample, duration, times);
      for (RollingWindow window : windows) {
        if (window.holds(slot)) {
          window.add(sample, duration, times);
        }
      }
    }
  }
}
