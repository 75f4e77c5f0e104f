// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.connections.EventSink.Receipt;
import io.tideboard.events.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings events to the sink in their order: one batch under way at a time, and the same batch again
 * until it is acknowledged. Everything happens on one loop, the connection's own.
 */
final class Courier {

  private final EventSink sink;
  private final DeliverySettings settings;
  private final ScheduledExecutorService loop;
  private final Counters counters;
  private final ArrayDeque<Event> waiting = new ArrayDeque<>();
  private List<Event> underWay = List.of();
  private int failures;
  private @Nullable Runnable whenRoom;
  private @Nullable CompletableFuture<?> whenEmpty;

  Courier(
      EventSink sink, DeliverySettings settings, ScheduledExecutorService loop, Counters counters) {
    this.sink = sink;
    this.settings = settings;
    this.loop = loop;
    this.counters = counters;
  }

  void take(List<Event> events) {
    waiting.addAll(events);
    counters.pending(pending());
    next();
  }

  /** Whether so much waits that nothing more should be read. */
  boolean full() {
    return pending() >= settings.pending();
  }

  /** Runs once, when half of what may wait is free again. */
  void whenRoom(Runnable then) {
    whenRoom = then;
  }

  /** Completes when nothing waits any more. */
  void whenEmpty(CompletableFuture<?> then) {
    whenEmpty = then;
    settled();
  }

  private int pending() {
    return waiting.size() + underWay.size();
  }

  private void next() {
    if (!underWay.isEmpty() || waiting.isEmpty()) {
      return;
    }
    List<Event> batch = new ArrayList<>(Math.min(settings.batch(), waiting.size()));
    while (batch.size() < settings.batch() && !waiting.isEmpty()) {
      batch.add(waiting.poll());
    }
    underWay = List.copyOf(batch);
    send();
  }

  private void send() {
    ask()
        .toCompletableFuture()
        // A copy, so that the sink's own answer is left alone.
        .thenApply(receipt -> receipt)
        .orTimeout(settings.answer().toMillis(), TimeUnit.MILLISECONDS)
        .whenCompleteAsync(this::answered, loop);
  }

  private CompletionStage<Receipt> ask() {
    try {
      return sink.send(underWay);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void answered(@Nullable Receipt receipt, @Nullable Throwable failure) {
    if (receipt == Receipt.ACKNOWLEDGED) {
      failures = 0;
      counters.acknowledged(underWay.size());
      underWay = List.of();
      counters.pending(pending());
      next();
      settled();
      return;
    }
    failures++;
    counters.sentAgain(failure == null ? "refused" : failure.toString());
    long wait =
        settings.again().after(failures, ThreadLocalRandom.current().nextDouble()).toMillis();
    loop.schedule(this::send, wait, TimeUnit.MILLISECONDS);
  }

  private void settled() {
    Runnable room = whenRoom;
    if (room != null && pending() <= settings.pending() / 2) {
      whenRoom = null;
      room.run();
    }
    CompletableFuture<?> empty = whenEmpty;
    if (empty != null && pending() == 0) {
      empty.complete(null);
    }
  }
}
