// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * How one queue stands on one channel: who waits, what was counted today, in the rolling windows
 * and in every interval that may still change. Live state; {@link #status} and {@link #changedRows}
 * are what is published of it.
 */
public final class QueueBoard {

  private static final long LONGEST_WINDOW = QueueStatus.WINDOW_MINUTES[3] * 60 * Micros.SECOND;

  private final QueueTally total;
  private final TallySeries arrivals;
  private final TallySeries events;
  private final TallySeries slots;
  private final WaitingLine waiting;
  private final TreeSet<Long> changedArrivals = new TreeSet<>();
  private final TreeSet<Long> changedEvents = new TreeSet<>();
  private final RollingWindow[] windows;
  private int inProgress;
  private long breaches;
  private long revision;
  private long tooLate;
  private long firstForgotten = Long.MAX_VALUE;
  private long lastForgotten = Long.MIN_VALUE;

  // Follows from the arrivals and the time; made anew when a day begins.
  private QueueTally today = new QueueTally();
  private long todayStart = Long.MIN_VALUE;

  public QueueBoard() {
    this(
        new QueueTally(),
        new TallySeries(),
        new TallySeries(),
        new TallySeries(),
        new WaitingLine());
  }

  private QueueBoard(
      QueueTally total,
      TallySeries arrivals,
      TallySeries events,
      TallySeries slots,
      WaitingLine waiting) {
    this.total = total;
    this.arrivals = arrivals;
    this.events = events;
    this.slots = slots;
    this.waiting = waiting;
    this.windows =
        Arrays.stream(QueueStatus.WINDOW_MINUTES)
            .mapToObj(minutes -> new RollingWindow(slots, minutes))
            .toArray(RollingWindow[]::new);
  }

  /** Takes what has become known. */
  public void apply(QueueDelta delta, QueueTerms terms) {
    delta.arrivals.byStart().forEach((start, tally) -> arrived(start, tally, terms.calendar()));
    delta.events.byStart().forEach(this::happened);
    delta.slots.byStart().forEach(this::inSlot);
    waiting.add(delta.waiting);
    inProgress += delta.inProgress();
    breaches += delta.breaches();
    revision += delta.revisions();
  }

  private void arrived(long start, QueueTally tally, QueueCalendar calendar) {
    total.add(tally, 1);
    if (forgotten(start, arrivals)) {
      tooLate++;
      return;
    }
    arrivals.at(start).add(tally, 1);
    changedArrivals.add(start);
    if (calendar.dayStart(start) == todayStart) {
      today.add(tally, 1);
    }
  }

  private void happened(long start, QueueTally tally) {
    if (!forgotten(start, events)) {
      events.at(start).add(tally, 1);
      changedEvents.add(start);
    }
  }

  private void inSlot(long start, QueueTally tally) {
    slots.at(start).add(tally, 1);
    for (RollingWindow window : windows) {
      window.changed(start, tally);
    }
  }

  private boolean forgotten(long start, TallySeries series) {
    return start >= firstForgotten
        && start <= lastForgotten
        && !series.byStart().containsKey(start);
  }

  /** Time has come to {@code now}: windows roll, and a new day may begin. */
  public void advance(long now, QueueTerms terms) {
    for (RollingWindow window : windows) {
      window.advance(now);
    }
    slots.removeBefore(QueueCalendar.slotStart(now) - LONGEST_WINDOW - QueueCalendar.SLOT);
    long day = terms.calendar().dayStart(now);
    if (day != todayStart) {
      todayStart = day;
      today = new QueueTally();
      arrivals
          .byStart()
          .tailMap(day, true)
          .forEach(
              (start, tally) -> {
                if (terms.calendar().dayStart(start) == day) {
                  today.add(tally, 1);
                }
              });
    }
  }

  /**
   * Forgets the intervals before {@code horizon} of which every visit has ended and which have been
   * published. What would correct them later is too late, and counted.
   */
  public void forgetBefore(long horizon) {
    forget(arrivals, changedArrivals, horizon);
    forget(events, changedEvents, horizon);
  }

  private void forget(TallySeries series, TreeSet<Long> changed, long horizon) {
    NavigableMap<Long, QueueTally> old = series.byStart().headMap(horizon, false);
    List<Long> closed =
        old.entrySet().stream()
            .filter(row -> row.getValue().get(Measure.OPEN) == 0 && !changed.contains(row.getKey()))
            .map(Map.Entry::getKey)
            .toList();
    for (long start : closed) {
      series.remove(start);
      firstForgotten = Math.min(firstForgotten, start);
      lastForgotten = Math.max(lastForgotten, start);
    }
  }

  /** How the queue stands at {@code now}, which must not lie before the last {@link #advance}. */
  public QueueStatus status(QueueTerms terms, long now) {
    return new QueueStatus(
        terms.key(),
        new QueueStatus.Freshness(revision, now),
        new QueueStatus.Line(
            waiting.size(),
            waiting.oldest(),
            waiting.begunBy(now - terms.atRiskAfter()),
            waiting.begunBy(now - terms.threshold()),
            inProgress),
        new QueueStatus.Counts(
            breaches,
            tooLate,
            total.copy(),
            today.copy(),
            Arrays.stream(windows).map(window -> window.sum().copy()).toList()));
  }

  /**
   * When the status will next change although nothing happens: a contact comes to be at risk or in
   * breach, or a window rolls on while it holds something. None when it will not.
   */
  public OptionalLong nextChange(QueueTerms terms, long now) {
    long next = Long.MAX_VALUE;
    OptionalLong risk = waiting.firstAfter(now - terms.atRiskAfter());
    OptionalLong breach = waiting.firstAfter(now - terms.threshold());
    if (risk.isPresent()) {
      next = Math.min(next, risk.getAsLong() + terms.atRiskAfter());
    }
    if (breach.isPresent()) {
      next = Math.min(next, breach.getAsLong() + terms.threshold());
    }
    if (!slots.byStart().isEmpty()) {
      next = Math.min(next, QueueCalendar.slotStart(now) + QueueCalendar.SLOT);
    }
    return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
  }

  /** Hands over the interval rows that changed since the last call. */
  public void changedRows(QueueTerms terms, Consumer<IntervalRow> taker) {
    rows(terms, Basis.ARRIVAL, taker);
    rows(terms, Basis.EVENT, taker);
  }

  private void rows(QueueTerms terms, Basis basis, Consumer<IntervalRow> taker) {
    TallySeries series = basis == Basis.ARRIVAL ? arrivals : events;
    TreeSet<Long> changed = basis == Basis.ARRIVAL ? changedArrivals : changedEvents;
    int minutes = (int) (terms.calendar().interval() / (60 * Micros.SECOND));
    for (long start : changed) {
      taker.accept(
          new IntervalRow(terms.key(), start, minutes, basis, revision, series.at(start).copy()));
    }
    changed.clear();
  }

  /** Whether rows have changed since {@link #changedRows}. */
  public boolean hasChangedRows() {
    return !changedArrivals.isEmpty() || !changedEvents.isEmpty();
  }

  /** Writes the state. */
  public void write(DataOutput out) throws IOException {
    total.write(out);
    arrivals.write(out);
    events.write(out);
    slots.write(out);
    waiting.write(out);
    write(changedArrivals, out);
    write(changedEvents, out);
    Varint.write(out, inProgress);
    Varint.write(out, breaches);
    Varint.write(out, revision);
    Varint.write(out, tooLate);
    Varint.write(out, firstForgotten);
    Varint.write(out, lastForgotten);
  }

  /**
   * Reads what {@link #write} wrote. The next {@link #advance} makes today and the windows anew.
   */
  public static QueueBoard read(DataInput in) throws IOException {
    QueueBoard board =
        new QueueBoard(
            QueueTally.read(in),
            TallySeries.read(in),
            TallySeries.read(in),
            TallySeries.read(in),
            WaitingLine.read(in));
    read(board.changedArrivals, in);
    read(board.changedEvents, in);
    board.inProgress = Varint.readInt(in);
    board.breaches = Varint.read(in);
    board.revision = Varint.read(in);
    board.tooLate = Varint.read(in);
    board.firstForgotten = Varint.read(in);
    board.lastForgotten = Varint.read(in);
    return board;
  }

  private static void write(TreeSet<Long> starts, DataOutput out) throws IOException {
    Varint.write(out, starts.size());
    for (long start : starts) {
      Varint.write(out, start);
    }
  }

  private static void read(TreeSet<Long> starts, DataInput in) throws IOException {
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      starts.add(Varint.read(in));
    }
  }
}
