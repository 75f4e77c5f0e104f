// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import io.tideboard.events.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Batches on their way, in lanes. An event's key chooses its lane, and a lane has one request in
 * flight, so the events of one interaction arrive in their order. Batches that wait are limited:
 * who adds waits for the gateway.
 */
final class Lanes implements AutoCloseable {

  private static final int WAITING_PER_LANE = 2;
  private static final long ENDING_SECONDS = 5;

  /** Sends one batch. */
  interface Sending {
    void send(List<Event> batch) throws InterruptedException;
  }

  private static final class Lane {
    private List<Event> filling = new ArrayList<>();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
  }

  private final List<Lane> lanes = new ArrayList<>();
  private final int batch;
  private final Sending sending;
  private final Semaphore room;
  private final ExecutorService threads;

  Lanes(int lanes, int batch, Sending sending) {
    this.batch = batch;
    this.sending = sending;
    this.room = new Semaphore(lanes * WAITING_PER_LANE);
    this.threads =
        Executors.newFixedThreadPool(
            lanes,
            work -> {
              Thread thread = new Thread(work, "tideboard-replay");
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < lanes; i++) {
      this.lanes.add(new Lane());
    }
  }

  void add(Event event) throws InterruptedException {
    int hash = event.key().hashCode();
    Lane lane = lanes.get(Math.floorMod(hash ^ (hash >>> 16), lanes.size()));
    lane.filling.add(event);
    if (lane.filling.size() >= batch) {
      depart(lane);
    }
  }

  /** Sends what has gathered. */
  void flush() throws InterruptedException {
    for (Lane lane : lanes) {
      if (!lane.filling.isEmpty()) {
        depart(lane);
      }
    }
  }

  /** Sends what has gathered and waits until all is answered. */
  void finish() throws InterruptedException {
    flush();
    for (Lane lane : lanes) {
      await(lane.last);
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

  private void depart(Lane lane) throws InterruptedException {
    List<Event> leaving = lane.filling;
    lane.filling = new ArrayList<>();
    room.acquire();
    if (lane.last.isCompletedExceptionally()) {
      await(lane.last);
    }
    lane.last =
        lane.last
            .thenRunAsync(() -> send(leaving), threads)
            .whenComplete((done, failure) -> room.release());
  }

  private void send(List<Event> leaving) {
    try {
      sending.send(leaving);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  private static void await(CompletableFuture<Void> last) throws InterruptedException {
    try {
      last.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ReplayFailed failed) {
        throw failed;
      }
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new IllegalStateException("A lane failed", e.getCause());
    }
  }
}
