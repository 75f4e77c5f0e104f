// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import static io.tideboard.core.tally.Measure.ABANDONED;
import static io.tideboard.core.tally.Measure.ABANDONED_UNKNOWN_WAIT;
import static io.tideboard.core.tally.Measure.AT_ONCE_MICROS;
import static io.tideboard.core.tally.Measure.HANDLED;
import static io.tideboard.core.tally.Measure.HANDLE_MICROS;
import static io.tideboard.core.tally.Measure.OFFERED;
import static io.tideboard.core.tally.Measure.OPEN;
import static io.tideboard.core.tally.Measure.WAITED;
import static io.tideboard.core.tally.Measure.WAITED_MICROS;

import io.tideboard.core.estimate.PastWaits;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What planning has to know of one interval, by arrival. A later one of the same start replaces it.
 *
 * @param start in microseconds
 * @param contacts offered
 * @param open of them not settled yet
 * @param handled legs that are complete
 * @param handleMicros their handle time
 * @param waitedMicros how long all of them waited whose wait is known
 * @param abandoned how many of these gave up
 */
public record IntervalFact(
    long start,
    int contacts,
    int open,
    long handled,
    long handleMicros,
    long waitedMicros,
    long abandoned) {

  /** What was counted in the interval. */
  public static IntervalFact of(long start, Counted tally) {
    return new IntervalFact(
        start,
        count(tally.get(OFFERED)),
        count(tally.get(OPEN)),
        tally.get(HANDLED),
        tally.get(HANDLE_MICROS),
        tally.get(WAITED_MICROS) + tally.get(WAITED) * PastWaits.MOMENT + tally.get(AT_ONCE_MICROS),
        tally.get(ABANDONED) - tally.get(ABANDONED_UNKNOWN_WAIT));
  }

  private static int count(long count) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, count));
  }

  /** Mean handle time in seconds; NaN where nothing was handled. */
  double ahtSeconds() {
    return handled <= 0 ? Double.NaN : Math.max(0, handleMicros / 1e6 / handled);
  }

  /** Writes it. */
  public void write(DataOutput out) throws IOException {
    Varint.write(out, start);
    Varint.write(out, contacts);
    Varint.write(out, open);
    Varint.write(out, handled);
    Varint.write(out, handleMicros);
    Varint.write(out, waitedMicros);
    Varint.write(out, abandoned);
  }

  /** Reads what {@link #write} wrote. */
  public static IntervalFact read(DataInput in) throws IOException {
    return new IntervalFact(
        Varint.read(in),
        Varint.readInt(in),
        Varint.readInt(in),
        Varint.read(in),
        Varint.read(in),
        Varint.read(in),
        Varint.read(in));
  }
}
