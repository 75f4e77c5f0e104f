// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.tally.QueueTally;
import java.util.Map;

/**
 * The last 5, 15, 30 or 60 minutes of a queue, rolling with the stream's time in steps of a slot.
 * The sum is kept, not made anew: a step adds the slots that it reaches and takes back those that
 * it leaves.
 */
final class RollingWindow {

  private final TallySeries slots;
  private final long length;
  private QueueTally sum = new QueueTally();
  private long edge = Long.MIN_VALUE;

  /**
   * @param slots what happened, by slot; shared with the other windows
   */
  RollingWindow(TallySeries slots, int minutes) {
    this.slots = slots;
    this.length = minutes * 60 * Micros.SECOND;
  }

  /** Time has come to {@code now}: the window ends with the slot that holds it. */
  void advance(long now) {
    long next = QueueCalendar.slotStart(now);
    if (next <= edge) {
      return;
    }
    if (edge == Long.MIN_VALUE || next - edge >= length) {
      sum = new QueueTally();
      addBetween(next - length, next, 1);
    } else {
      addBetween(edge - length, next - length, -1);
      addBetween(edge, next, 1);
    }
    edge = next;
  }

  /** A slot changed by {@code delta}; the window follows when the slot lies in it. */
  void changed(long slot, QueueTally delta) {
    if (edge != Long.MIN_VALUE && slot > edge - length && slot <= edge) {
      sum.add(delta, 1);
    }
  }

  /** What happened in the window. */
  QueueTally sum() {
    return sum;
  }

  private void addBetween(long after, long upTo, int times) {
    for (Map.Entry<Long, QueueTally> slot :
        slots.byStart().subMap(after, false, upTo, true).entrySet()) {
      sum.add(slot.getValue(), times);
    }
  }
}
