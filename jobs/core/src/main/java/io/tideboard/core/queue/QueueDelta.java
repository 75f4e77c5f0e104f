// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What became known of one queue and channel in a short while. */
public final class QueueDelta {

  private final List<Fact> facts = new ArrayList<>();
  private final long[] rejected = new long[Rejection.values().length];
  private long breaches;

  void take(Fact fact) {
    facts.add(fact);
  }

  void breached(int times) {
    breaches += times;
  }

  void reject(Rejection why) {
    rejected[why.ordinal()]++;
  }

  /** The facts, in the order in which they became known. */
  List<Fact> facts() {
    return facts;
  }

  /** By how much the number of breaches changes. */
  long breaches() {
    return breaches;
  }

  /** How many events are not counted for that reason. */
  long rejected(Rejection why) {
    return rejected[why.ordinal()];
  }

  /** Writes the delta of the queue {@code key}. */
  public void write(QueueKey key, DataOutput out) throws IOException {
    FactCodec codec = new FactCodec(key);
    Varint.write(out, breaches);
    for (long count : rejected) {
      Varint.write(out, count);
    }
    Varint.write(out, facts.size());
    for (Fact fact : facts) {
      codec.write(fact, out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static QueueDelta read(QueueKey key, DataInput in) throws IOException {
    FactCodec codec = new FactCodec(key);
    QueueDelta delta = new QueueDelta();
    delta.breaches = Varint.read(in);
    for (int i = 0; i < delta.rejected.length; i++) {
      delta.rejected[i] = Varint.read(in);
    }
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      delta.facts.add(codec.read(in));
    }
    return delta;
  }
}
