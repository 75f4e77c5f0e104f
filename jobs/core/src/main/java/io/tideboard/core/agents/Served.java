// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.wire.NamesIn;
import io.tideboard.core.wire.NamesOut;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a contact that an agent serves: it came into the agent's hands (no {@code
 * before}), went further, or turned out to have been in another's (no {@code after}).
 */
public record Served(String agent, @Nullable ServedLeg before, @Nullable ServedLeg after) {

  /** Tells those whom a revised leg concerns; nobody where the agent was not told. */
  public static void tell(Fact.LegRevised revised, Consumer<Served> taker) {
    HandledLeg before = unlessLost(revised.before());
    HandledLeg after = unlessLost(revised.after());
    String was = before == null ? null : before.agent();
    String is = after == null ? null : after.agent();
    ServedLeg wasServed = before == null || was == null ? null : ServedLeg.of(before);
    ServedLeg isServed = after == null || is == null ? null : ServedLeg.of(after);
    if (was != null && was.equals(is)) {
      if (isServed != null && !isServed.equals(wasServed)) {
        taker.accept(new Served(was, wasServed, isServed));
      }
      return;
    }
    if (was != null) {
      taker.accept(new Served(was, wasServed, null));
    }
    if (is != null) {
      taker.accept(new Served(is, null, isServed));
    }
  }

  /** Of a leg that was lost nobody knows how long it took. */
  private static @Nullable HandledLeg unlessLost(@Nullable HandledLeg leg) {
    return leg == null || leg.lost() ? null : leg;
  }

  /** Writes it without the agent, whose key says that. */
  public void write(DataOutput out) throws IOException {
    NamesOut names = new NamesOut(out);
    out.writeByte((before == null ? 0 : 1) | (after == null ? 0 : 2));
    if (before != null) {
      before.write(names, out);
    }
    if (after != null) {
      after.write(names, out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Served read(String agent, DataInput in) throws IOException {
    NamesIn names = new NamesIn(in);
    int sides = in.readByte();
    ServedLeg before = (sides & 1) == 0 ? null : ServedLeg.read(names, in);
    return new Served(agent, before, (sides & 2) == 0 ? null : ServedLeg.read(names, in));
  }
}
