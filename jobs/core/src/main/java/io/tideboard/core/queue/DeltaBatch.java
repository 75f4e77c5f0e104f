// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Placed;
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
    QueueKey was = keyOf(fact.before());
    QueueKey is = keyOf(fact.after());
    if (was == null || is == null || was.equals(is)) {
      delta(was, is).take(fact);
    } else {
      delta(was, null).take(fact.takingBack());
      delta(null, is).take(fact.telling());
    }
  }

  /** Counts a breach of a queue's promise, or takes one back with −1. */
  public void breached(QueueKey key, int times) {
    delta(key, null).breached(times);
  }

  /** An event of the queue is not counted. */
  public void rejected(QueueKey key, Rejection why) {
    delta(key, null).reject(why);
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

  private static @Nullable QueueKey keyOf(@Nullable Placed placed) {
    return placed == null ? null : new QueueKey(placed.queue(), placed.channel());
  }
}
