// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.wire.Varint;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Counts in as few bytes as they need; {@link Vocabulary} tells what they mean. */
public final class TallyCodec {

  /** Writes to memory. */
  @FunctionalInterface
  public interface Writing {
    void to(DataOutput out) throws IOException;
  }

  private TallyCodec() {}

  /** The bytes that are written. */
  public static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try {
      writing.to(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return bytes.toByteArray();
  }

  /** The counts alone. */
  public static byte[] bytes(QueueTally tally) {
    return bytes(tally::write);
  }

  /** Writes the times that are not 0. */
  public static void write(TeamTimes times, DataOutput out) throws IOException {
    long told = 0;
    for (TeamMeasure measure : TeamMeasure.values()) {
      told |= times.get(measure) == 0 ? 0 : 1L << measure.ordinal();
    }
    Varint.write(out, told);
    for (TeamMeasure measure : TeamMeasure.values()) {
      if (times.get(measure) != 0) {
        Varint.write(out, times.get(measure));
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static TeamTimes readTimes(DataInput in) throws IOException {
    TeamTimes times = new TeamTimes();
    long told = Varint.read(in);
    for (TeamMeasure measure : TeamMeasure.values()) {
      if ((told & 1L << measure.ordinal()) != 0) {
        times.add(measure, Varint.read(in));
      }
    }
    return times;
  }
}
