// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.QueueVisit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Facts of a short while, gathered by the queue that they concern. */
public final class DeltaBatch {

  private final Function<QueueKey, QueueTerms> terms;
  private final Map<QueueKey, QueueDelta> deltas = new HashMap<>();

  /**
   * @param terms each queue's terms; asked once a fact, so it should remember them
   */
  public DeltaBatch(Function<QueueKey, QueueTerms> terms) {
    this.terms = terms;
  }

  /** Books a fact to the queue it is about, or to both when it moves from one to another. */
  public void take(Fact fact) {
    QueueKey was;
    QueueKey is;
    if (fact instanceof Fact.VisitRevised revised) {
      was = keyOf(revised.before());
      is = keyOf(revised.after());
    } else if (fact instanceof Fact.LegRevised revised) {
      was = keyOf(revised.before());
      is = keyOf(revised.after());
    } else {
      throw new IllegalArgumentException(fact + " as fact: expected a visit's or a leg's");
    }
    if (was != null) {
      delta(was).take(fact, terms.apply(was));
    }
    if (is != null && !is.equals(was)) {
      delta(is).take(fact, terms.apply(is));
    }
  }

  /** Counts a breach of a queue's promise, or takes one back with −1. */
  public void breached(QueueKey key, int times) {
    delta(key).breached(times);
  }

  /** Hands over what was gathered and starts anew. */
  public void drain(BiConsumer<QueueKey, QueueDelta> taker) {
    deltas.forEach(taker);
    deltas.clear();
  }

  /** How many queues something was gathered for. */
  public int size() {
    return deltas.size();
  }

  private QueueDelta delta(QueueKey key) {
    return deltas.computeIfAbsent(key, unused -> new QueueDelta());
  }

  private static @Nullable QueueKey keyOf(@Nullable QueueVisit visit) {
    return visit == null ? null : new QueueKey(visit.queue(), visit.channel());
  }

  private static @Nullable QueueKey keyOf(@Nullable HandledLeg leg) {
    return leg == null ? null : new QueueKey(leg.queue(), leg.channel());
  }
}
