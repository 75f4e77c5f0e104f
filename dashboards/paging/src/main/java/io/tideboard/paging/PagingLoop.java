// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loop on a thread of its own, by the clock. */
final class PagingLoop implements Loop, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PagingLoop.class);

  private final ScheduledThreadPoolExecutor thread;

  PagingLoop(String name) {
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread worker = new Thread(work, name);
              worker.setDaemon(true);
              return worker;
            });
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void run(Runnable task) {
    later(Duration.ZERO, task);
  }

  @Override
  public void later(Duration delay, Runnable task) {
    try {
      thread.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("the loop has ended", e);
    }
  }

  /** Runs it there again and again. */
  void every(Duration period, Runnable task) {
    later(
        period,
        () -> {
          guarded(task);
          every(period, task);
        });
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("a step of the notifier failed, the others go on", e);
    }
  }

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
