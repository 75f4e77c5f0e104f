// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last 5, 15, 30 or 60 minutes of a queue, rolling with the stream's time in steps of a slot.
 * The sum of the slots that are over is kept, not made anew: a step adds the slots that it passes
 * and takes back those that it leaves. The slot that still runs is added when the window is read.
 */
final class RollingWindow {

  private final TallySeries slots;
  private final long length;
  private QueueTally over = new QueueTally();
  private long edge = Long.MIN_VALUE;

  /**
   * @param slots what happened, by slot; shared with the other windows
   */
  RollingWindow(TallySeries slots, int minutes) {
    this.slots = slots;
    this.length = minutes * 60 * Micros.SECOND;
  }

  /**
   * Time has come to {@code now}: the slot that holds it runs, those before are over.
   *
   * @param shorter a shorter window of the same slots, for which it has come already; or none
   */
  void advance(long now, @Nullable RollingWindow shorter) {
    long next = QueueCalendar.slotStart(now);
    if (next <= edge) {
      return;
    }
    // The running slot belongs to the window, so of those that are over one less does.
    long span = length - QueueCalendar.SLOT;
    if (edge == Long.MIN_VALUE || next - edge >= span) {
      if (shorter != null && shorter.edge == next) {
        over = shorter.over.copy();
        add(next - span, next - (shorter.length - QueueCalendar.SLOT), 1);
      } else {
        over = new QueueTally();
        add(next - span, next, 1);
      }
    } else {
      add(edge - span, next - span, -1);
      add(edge, next, 1);
    }
    edge = next;
  }

  /** Whether a slot is over and lies in the window, so that its changes must be told. */
  boolean holds(long slot) {
    return edge != Long.MIN_VALUE && slot < edge && slot >= edge - (length - QueueCalendar.SLOT);
  }

  /** A slot that the window holds changed. */
  void add(Measure measure, long amount) {
    over.add(measure, amount);
  }

  /** A slot that the window holds changed. */
  void add(Sample sample, long duration, int times) {
    over.add(sample, duration, times);
  }

  /** What happened in the window, up to and in the slot that runs. */
  QueueTally sum() {
    QueueTally running = slots.byStart().get(edge);
    return running == null ? over : over.plus(running);
  }

  private void add(long from, long before, int times) {
    for (Map.Entry<Long, QueueTally> slot :
        slots.byStart().subMap(from, true, before, false).entrySet()) {
      over.add(slot.getValue(), times);
    }
  }
}
