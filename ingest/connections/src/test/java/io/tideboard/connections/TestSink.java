// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.events.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A sink that keeps what it acknowledges, and can refuse, keep silent or fail. */
final class TestSink implements EventSink {

  private final List<Event> kept = new ArrayList<>();
  private final List<CompletableFuture<Receipt>> held = new ArrayList<>();
  private int refusals;
  private int silences;
  private int failures;
  private boolean holding;
  private int calls;

  @Override
  public synchronized CompletionStage<Receipt> send(List<Event> events) {
    calls++;
    if (failures > 0) {
      failures--;
      throw new IllegalStateException("the sink is broken");
    }
    if (refusals > 0) {
      refusals--;
      return CompletableFuture.completedFuture(Receipt.REFUSED);
    }
    if (silences > 0) {
      silences--;
      return new CompletableFuture<>();
    }
    kept.addAll(events);
    if (holding) {
      CompletableFuture<Receipt> later = new CompletableFuture<>();
      held.add(later);
      return later;
    }
    return CompletableFuture.completedFuture(Receipt.ACKNOWLEDGED);
  }

  synchronized TestSink refuse(int times) {
    refusals = times;
    return this;
  }

  synchronized TestSink keepSilent(int times) {
    silences = times;
    return this;
  }

  synchronized TestSink fail(int times) {
    failures = times;
    return this;
  }

  /** From now on, takes events and does not acknowledge them. */
  synchronized TestSink hold() {
    holding = true;
    return this;
  }

  void release() {
    List<CompletableFuture<Receipt>> waiting;
    synchronized (this) {
      holding = false;
      waiting = List.copyOf(held);
      held.clear();
    }
    waiting.forEach(each -> each.complete(Receipt.ACKNOWLEDGED));
  }

  synchronized List<Event> events() {
    return List.copyOf(kept);
  }

  synchronized int calls() {
    return calls;
  }
}
