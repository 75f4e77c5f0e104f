// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import io.tideboard.events.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Batches on their way, in lanes. An event's key chooses its lane, and a lane has one request in
 * flight, so the events of one interaction arrive in their order. What few events have gathered
 * share one request, in all their lanes. Batches that wait are limited: who adds waits for the
 * gateway. No event leaves that is further ahead of an unanswered one than the lead, or a slow
 * lane's events would arrive days late from a log that takes seconds.
 */
final class Lanes implements AutoCloseable {

  private static final int WAITING_PER_LANE = 2;
  private static final long ENDING_SECONDS = 5;

  /** Sends one batch. */
  interface Sending {
    void send(List<Event> batch) throws InterruptedException;
  }

  private final ReplayOptions options;
  private final Sending sending;
  private final Semaphore room;
  private final ExecutorService threads;
  private final OnTheirWay onTheirWay = new OnTheirWay();
  private final List<CompletableFuture<Void>> last = new ArrayList<>();
  private List<Event> gathered = new ArrayList<>();

  /** Of the gathered. */
  private Instant earliest = Instant.MAX;

  /** No event that is not answered is earlier than this. */
  private Instant unanswered = Instant.MAX;

  Lanes(ReplayOptions options, Sending sending) {
    this.options = options;
    this.sending = sending;
    this.room = new Semaphore(options.lanes() * WAITING_PER_LANE);
    this.threads =
        Executors.newFixedThreadPool(
            options.lanes(),
            work -> {
              Thread thread = new Thread(work, "tideboard-replay");
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < options.lanes(); i++) {
      last.add(CompletableFuture.completedFuture(null));
    }
  }

  void add(Event event) throws InterruptedException {
    Instant at = event.header().occurredAt();
    Instant limit = at.minus(options.lead());
    if (unanswered.isBefore(limit)) {
      awaitAnswers(limit);
    }
    gathered.add(event);
    earliest = earlier(at, earliest);
    unanswered = earlier(at, unanswered);
    if (gathered.size() >= options.batch() * options.lanes()) {
      flush();
    }
  }

  /** Waits until everything before {@code limit} is answered. */
  private void awaitAnswers(Instant limit) throws InterruptedException {
    if (earliest.isBefore(limit)) {
      flush();
    }
    try {
      onTheirWay.awaitNoneBefore(limit);
    } catch (ExecutionException e) {
      throw failure(e);
    }
    unanswered = earlier(earliest, onTheirWay.earliest());
  }

  /** Does nothing while all is well; throws what became of a batch that could not be sent. */
  void check() throws InterruptedException {
    try {
      onTheirWay.check();
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  /** Sends what has gathered. */
  void flush() throws InterruptedException {
    List<Event> leaving = gathered;
    gathered = new ArrayList<>();
    earliest = Instant.MAX;
    if (leaving.size() <= options.batch()) {
      depart(leaving);
      return;
    }
    List<List<Event>> byLane = new ArrayList<>();
    last.forEach(lane -> byLane.add(new ArrayList<>()));
    for (Event event : leaving) {
      List<Event> its = byLane.get(laneOf(event));
      its.add(event);
      if (its.size() == options.batch()) {
        depart(List.copyOf(its));
        its.clear();
      }
    }
    for (List<Event> its : byLane) {
      depart(its);
    }
  }

  /** Sends what has gathered and waits until all is answered. */
  void finish() throws InterruptedException {
    flush();
    for (CompletableFuture<Void> lane : last) {
      await(lane);
    }
  }

  /** Ends requests that are still under way. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a request did not end within " + ENDING_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends a batch as soon as everything before it in its lanes is answered. */
  private void depart(List<Event> leaving) throws InterruptedException {
    if (leaving.isEmpty()) {
      return;
    }
    room.acquire();
    BitSet lanes = new BitSet();
    Instant first = Instant.MAX;
    for (Event event : leaving) {
      lanes.set(laneOf(event));
      first = earlier(event.header().occurredAt(), first);
    }
    CompletableFuture<Void> before =
        CompletableFuture.allOf(
            lanes.stream().mapToObj(last::get).toArray(CompletableFuture[]::new));
    if (before.isCompletedExceptionally()) {
      await(before);
    }
    Instant its = first;
    onTheirWay.left(its);
    CompletableFuture<Void> sent =
        before
            .thenRunAsync(() -> send(leaving), threads)
            .whenComplete((done, failure) -> arrived(its, failure));
    lanes.stream().forEach(lane -> last.set(lane, sent));
  }

  private int laneOf(Event event) {
    int hash = event.key().hashCode();
    return Math.floorMod(hash ^ (hash >>> 16), last.size());
  }

  private void arrived(Instant first, @Nullable Throwable failure) {
    if (failure == null) {
      onTheirWay.answered(first);
    } else {
      Throwable why = failure.getCause();
      onTheirWay.failed(failure instanceof CompletionException && why != null ? why : failure);
    }
    room.release();
  }

  private void send(List<Event> leaving) {
    try {
      sending.send(leaving);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static void await(CompletableFuture<Void> last) throws InterruptedException {
    try {
      last.get();
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(ExecutionException e) throws InterruptedException {
    if (e.getCause() instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    return e.getCause() instanceof ReplayFailed failed
        ? failed
        : new IllegalStateException("A lane failed", e.getCause());
  }
}
