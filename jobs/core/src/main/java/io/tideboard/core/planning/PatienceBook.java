// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import io.tideboard.core.staffing.Patience;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How patient the customers of a queue are, by how long they waited and how many gave up. Recent
 * intervals may be corrected; older ones are summed up, and weigh a twentieth less with each day
 * that is added.
 */
final class PatienceBook {

  private static final double KEPT = 0.95;

  /** Fewer tell nothing: then nobody is taken to give up. */
  private static final int ENOUGH = 20;

  private record Waits(long micros, long gaveUp) {}

  private final TreeMap<Long, Waits> recent = new TreeMap<>();
  private double olderSeconds;
  private double olderGaveUp;

  void tell(IntervalFact fact) {
    recent.put(fact.start(), new Waits(fact.waitedMicros(), fact.abandoned()));
  }

  /** Whether the interval was told, and is not long ago. */
  boolean knows(long start) {
    return recent.containsKey(start);
  }

  /** A day has begun; what was before that instant is not corrected any more. */
  void settle(long before) {
    Map<Long, Waits> old = recent.headMap(before, false);
    if (old.isEmpty()) {
      return;
    }
    olderSeconds *= KEPT;
    olderGaveUp *= KEPT;
    for (Waits waits : old.values()) {
      olderSeconds += waits.micros / 1e6;
      olderGaveUp += waits.gaveUp;
    }
    old.clear();
  }

  /** Mean patience in whole seconds; infinite where too few gave up to tell. */
  double seconds() {
    double seconds = olderSeconds;
    double gaveUp = olderGaveUp;
    for (Waits waits : recent.values()) {
      seconds += waits.micros / 1e6;
      gaveUp += waits.gaveUp;
    }
    return gaveUp < ENOUGH
        ? Double.POSITIVE_INFINITY
        : Math.max(1, Math.rint(Patience.seconds(seconds, gaveUp)));
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(olderSeconds);
    out.writeDouble(olderGaveUp);
    Varint.write(out, recent.size());
    for (Map.Entry<Long, Waits> each : recent.entrySet()) {
      Varint.write(out, each.getKey());
      Varint.write(out, each.getValue().micros);
      Varint.write(out, each.getValue().gaveUp);
    }
  }

  static PatienceBook read(DataInput in) throws IOException {
    PatienceBook book = new PatienceBook();
    book.olderSeconds = in.readDouble();
    book.olderGaveUp = in.readDouble();
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      book.recent.put(Varint.read(in), new Waits(Varint.read(in), Varint.read(in)));
    }
    return book;
  }
}
