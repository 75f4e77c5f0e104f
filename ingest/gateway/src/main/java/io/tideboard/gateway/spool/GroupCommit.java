// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import io.tideboard.gateway.publish.EventLog.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings requests to the spool on a thread of its own, as many as have gathered with one sync, and
 * tells each when it is durable. Whoever adds a request never waits; how much gathers is bounded by
 * the bytes under way.
 */
final class GroupCommit implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int MOST_REQUESTS = 1000;
  private static final long LOOK_MILLIS = 50;

  /** How long a failure keeps others from trying. */
  private static final long FAILURE_REMEMBERED_NANOS = Duration.ofSeconds(1).toNanos();

  private record Request(List<SpoolRecord> records, Outcome outcome) {}

  private record Failure(String why, long nanos) {}

  private final Spool spool;
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final AtomicLong queued = new AtomicLong();
  private final Thread thread = new Thread(this::run, "tideboard-spool");
  private volatile @Nullable String broken;
  private volatile @Nullable Failure lastFailure;
  private volatile boolean closing;

  GroupCommit(Spool spool) {
    this.spool = spool;
    thread.setDaemon(true);
    thread.start();
  }

  void add(List<SpoolRecord> records, Outcome outcome) {
    queued.addAndGet(records.size());
    requests.add(new Request(records, outcome));
  }

  /** Records that are not yet durable. */
  long queued() {
    return queued.get();
  }

  /** Why nothing can be made durable now; null when it can. */
  @Nullable String trouble() {
    Failure failure = lastFailure;
    if (broken != null || failure == null) {
      return broken;
    }
    boolean fresh = System.nanoTime() - failure.nanos < FAILURE_REMEMBERED_NANOS;
    return fresh ? failure.why : null;
  }

  /** Makes durable what was added, and ends. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    List<Request> group = new ArrayList<>();
    while (!closing || !requests.isEmpty()) {
      try {
        Request first = requests.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          requests.drainTo(group, MOST_REQUESTS - 1);
          settle(group, commit(group));
        }
      } catch (InterruptedException e) {
        return; // nobody interrupts this thread but the end of everything
      } finally {
        group.clear();
      }
    }
  }

  private @Nullable IOException commit(List<Request> group) {
    if (broken != null) {
      return new IOException(broken);
    }
    try {
      for (Request request : group) {
        for (SpoolRecord record : request.records) {
          spool.append(record);
        }
      }
      spool.sync();
      return null;
    } catch (IOException e) {
      lastFailure =
          new Failure("the spool cannot be written: " + e.getMessage(), System.nanoTime());
      LOG.warn("Events are refused, because the spool cannot be written: {}", e.toString());
      rollBack();
      return e;
    }
  }

  private void rollBack() {
    try {
      spool.rollBack();
    } catch (IOException e) {
      // What stands at its end now is unknown. A new start reads it and cuts off what is not whole.
      broken = "the spool cannot be written until the gateway is started anew: " + e.getMessage();
      LOG.error("{}", broken);
    }
  }

  private void settle(List<Request> group, @Nullable IOException failure) {
    for (Request request : group) {
      queued.addAndGet(-request.records.size());
      try {
        request.outcome.settled(failure);
      } catch (RuntimeException e) {
        LOG.error("An outcome cannot be told", e);
      }
    }
  }
}
