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

  private final List<Fact> facts;
  private long breaches;

  public QueueDelta() {
    this(new ArrayList<>());
  }

  private QueueDelta(List<Fact> facts) {
    this.facts = facts;
  }

  void take(Fact fact) {
    facts.add(fact);
  }

  void breached(int times) {
    breaches += times;
  }

  /** The facts, in the order in which they became known. */
  List<Fact> facts() {
    return facts;
  }

  /** By how much the number of breaches changes. */
  long breaches() {
    return breaches;
  }

  /** Writes the delta of the queue {@code key}. */
  public void write(QueueKey key, DataOutput out) throws IOException {
    FactCodec codec = new FactCodec(key);
    Varint.write(out, breaches);
    Varint.write(out, facts.size());
    for (Fact fact : facts) {
      codec.write(fact, out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static QueueDelta read(QueueKey key, DataInput in) throws IOException {
    FactCodec codec = new FactCodec(key);
    long breaches = Varint.read(in);
    int size = Varint.readInt(in);
    QueueDelta delta = new QueueDelta(new ArrayList<>(size));
    delta.breaches = breaches;
    for (int i = 0; i < size; i++) {
      delta.facts.add(codec.read(in));
    }
    return delta;
  }
}
