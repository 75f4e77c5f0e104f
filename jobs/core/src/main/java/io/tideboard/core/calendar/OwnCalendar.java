// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.calendar;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The calendar by which a board has counted, and counts. Another definition of the queue's
 * intervals and hours holds from the end of the interval that runs, or of the last one in which
 * anything is counted already: what was counted before stays where it is, and can be taken back
 * from there. Another day holds at once.
 */
public final class OwnCalendar {

  private @Nullable QueueCalendar calendar;
  private @Nullable QueueCalendar adopted;

  /** The calendar to count by; the one that is defined, until anything else was adopted. */
  public QueueCalendar present(QueueCalendar defined) {
    if (calendar == null) {
      calendar = defined;
      adopted = defined;
    }
    return calendar;
  }

  /**
   * Another calendar may be defined now.
   *
   * @param now the stream's time
   * @param counted when the last interval starts in which anything is counted
   */
  public void adopt(QueueCalendar defined, long now, long counted) {
    QueueCalendar present = present(defined);
    if (adopted == defined) {
      return;
    }
    adopted = defined;
    if (!present.isLike(defined)) {
      calendar = defined.following(present, present.intervalEnd(Math.max(now, counted)));
    }
  }

  /** Writes the state. */
  public void write(DataOutput out) throws IOException {
    out.writeBoolean(calendar != null);
    if (calendar != null) {
      calendar.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public void read(DataInput in) throws IOException {
    calendar = in.readBoolean() ? QueueCalendar.read(in) : null;
  }
}
