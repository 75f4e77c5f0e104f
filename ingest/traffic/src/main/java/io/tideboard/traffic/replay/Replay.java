// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import io.tideboard.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Sends events to a gateway as they happened, only faster. Each event leaves when its time has come
 * by the first one's time and the speed, never before; those of the past leave at once. What is due
 * within 5 ms leaves together.
 */
public final class Replay {

  private static final long LINGER = Duration.ofMillis(5).toNanos();
  private static final long PROGRESS = Duration.ofSeconds(1).toNanos();

  private final ReplayOptions options;
  private final Pacer pacer;
  private final Consumer<ReplayProgress> listener;

  /** A replay by the machine's clock, that nobody watches. */
  public Replay(ReplayOptions options) {
    this(options, Pacer.system(), progress -> {});
  }

  /**
   * @param listener is told the progress once a second and at the end, on the thread that sends
   */
  public Replay(ReplayOptions options, Pacer pacer, Consumer<ReplayProgress> listener) {
    this.options = options;
    this.pacer = pacer;
    this.listener = listener;
  }

  /**
   * Sends all the events and returns when each has been answered for.
   *
   * @throws InterruptedException when the thread is interrupted; requests under way are ended
   * @throws ReplayFailed when the gateway refuses requests or cannot be reached in time
   */
  public ReplayReport send(Iterator<Event> events) throws InterruptedException {
    Tally tally = new Tally(pacer);
    GatewayClient gateway = new GatewayClient(options, pacer);
    try (Lanes lanes = new Lanes(options, batch -> tally.answered(gateway.post(batch)))) {
      new Play(lanes, tally).all(events);
      lanes.finish();
    }
    listener.accept(tally.progress());
    return tally.report();
  }

  private final class Play {

    private final Lanes lanes;
    private final Tally tally;
    private final long start = pacer.nanoTime();
    private long told = start;

    Play(Lanes lanes, Tally tally) {
      this.lanes = lanes;
      this.tally = tally;
    }

    void all(Iterator<Event> events) throws InterruptedException {
      Instant first = null;
      while (events.hasNext()) {
        Event event = events.next();
        Instant occurredAt = event.header().occurredAt();
        first = first == null ? occurredAt : first;
        awaitTurn(Duration.between(first, occurredAt));
        lanes.add(event);
        tally.handedOver(occurredAt);
      }
    }

    private void awaitTurn(Duration sinceFirst) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      lanes.check();
      long now = pacer.nanoTime();
      if (now - told >= PROGRESS) {
        told = now;
        listener.accept(tally.progress());
      }
      if (options.speed().isUnbounded()) {
        return;
      }
      long due = start + Math.round(sinceFirst.toNanos() / options.speed().factor());
      if (due > now) {
        lanes.flush();
        sleepUntil(Math.max(due, now + LINGER));
      }
    }

    /** Sleeps in parts of a second: progress and failures are told also while nothing is due. */
    private void sleepUntil(long end) throws InterruptedException {
      for (long now = pacer.nanoTime(); now < end; now = pacer.nanoTime()) {
        pacer.sleep(Math.min(end - now, PROGRESS));
        lanes.check();
        if (pacer.nanoTime() - told >= PROGRESS) {
          told = pacer.nanoTime();
          listener.accept(tally.progress());
        }
      }
    }
  }
}
