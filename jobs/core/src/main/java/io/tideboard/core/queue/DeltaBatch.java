// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.QueueVisit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a short while, gathered by the queue that they concern, so that a busy queue costs one
 * message a moment and not one an event.
 */
public final class DeltaBatch {

  private final Map<QueueKey, QueueDelta> deltas = new HashMap<>();
  private int size;

  /** Books a fact to the queue it is about, or to both when it moves from one to another. */
  public void take(Fact fact) {
    size++;
    if (fact instanceof Fact.VisitRevised revised) {
      take(revised);
    } else if (fact instanceof Fact.LegRevised revised) {
      take(revised);
    }
  }

  private void take(Fact.VisitRevised revised) {
    QueueKey was = keyOf(revised.before());
    QueueKey is = keyOf(revised.after());
    if (was == null || is == null || was.equals(is)) {
      delta(was, is).take(revised);
    } else {
      delta(was, null).take(new Fact.VisitRevised(revised.before(), null));
      delta(null, is).take(new Fact.VisitRevised(null, revised.after()));
    }
  }

  private void take(Fact.LegRevised revised) {
    QueueKey was = keyOf(revised.before());
    QueueKey is = keyOf(revised.after());
    if (was == null || is == null || was.equals(is)) {
      delta(was, is).take(revised);
    } else {
      delta(was, null).take(new Fact.LegRevised(revised.before(), null));
      delta(null, is).take(new Fact.LegRevised(null, revised.after()));
    }
  }

  /** Counts a breach of a queue's promise, or takes one back with −1. */
  public void breached(QueueKey key, int times) {
    delta(key, null).breached(times);
  }

  /** Hands over what was gathered and starts anew. */
  public void drain(BiConsumer<QueueKey, QueueDelta> taker) {
    deltas.forEach(taker);
    deltas.clear();
    size = 0;
  }

  /** How many facts are gathered. */
  public int size() {
    return size;
  }

  private QueueDelta delta(@Nullable QueueKey key, @Nullable QueueKey orElse) {
    QueueKey any = key != null ? key : orElse;
    if (any == null) {
      throw new IllegalArgumentException("A fact about nothing: expected a before or an after");
    }
    return deltas.computeIfAbsent(any, unused -> new QueueDelta());
  }

  private static @Nullable QueueKey keyOf(@Nullable QueueVisit visit) {
    return visit == null ? null : new QueueKey(visit.queue(), visit.channel());
  }

  private static @Nullable QueueKey keyOf(@Nullable HandledLeg leg) {
    return leg == null ? null : new QueueKey(leg.queue(), leg.channel());
  }
}
