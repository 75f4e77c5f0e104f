// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.wire.Varint;
import io.tideboard.events.SchedulePublished;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How many agents are planned from an instant on.
 *
 * @param start in microseconds
 * @param minutes for how long
 * @param agents how many
 * @param toldAt when it was published; of two for the same start the later one holds
 * @param identity decides between two that were published at once
 */
public record Plan(long start, int minutes, int agents, long toldAt, long identity) {

  private static final long MINUTE = 60 * Micros.SECOND;

  /** The plan that an event publishes. */
  public static Plan of(SchedulePublished event) {
    return new Plan(
        Micros.of(event.interval()),
        event.minutes(),
        event.agents(),
        Micros.of(event.header().occurredAt()),
        event.header().digest());
  }

  long end() {
    return start + minutes * MINUTE;
  }

  /** Whether it holds instead of another one for the same start. */
  public boolean replaces(Plan other) {
    return toldAt != other.toldAt ? toldAt > other.toldAt : identity > other.identity;
  }

  /** Writes it. */
  public void write(DataOutput out) throws IOException {
    Varint.write(out, start);
    Varint.write(out, minutes);
    Varint.write(out, agents);
    Varint.write(out, toldAt);
    out.writeLong(identity);
  }

  /** Reads what {@link #write} wrote. */
  public static Plan read(DataInput in) throws IOException {
    return new Plan(
        Varint.read(in), Varint.readInt(in), Varint.readInt(in), Varint.read(in), in.readLong());
  }
}
