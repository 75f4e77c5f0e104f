// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench.load;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One order under way. A request that is due waits for a connection that is free, in the order in
 * which they were due. Only for the generator's event loop.
 */
final class LoadRun {

  private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(5);

  /** How closely a steady rate is kept to: being woken for every request would cost a core. */
  private static final long SHORTEST_SLEEP_NANOS = 100_000;

  private final LoadOrder order;
  private final Requests requests;
  private final EventLoop loop;
  private final Queue<LoadConnection> free = new ArrayDeque<>();
  private final Histogram latencies = new Histogram(HIGHEST_NANOS, 3);
  private final CompletableFuture<LoadReport> report = new CompletableFuture<>();
  private long start;
  private int sent;
  private int answered;
  private boolean asleep;

  LoadRun(LoadOrder order, Requests requests, EventLoop loop) {
    this.order = order;
    this.requests = requests;
    this.loop = loop;
  }

  CompletableFuture<LoadReport> report() {
    return report;
  }

  /** A connection is there; with the last one it begins. */
  void connected(LoadConnection connection) {
    free.add(connection);
    if (free.size() == order.connections()) {
      start = System.nanoTime();
      send();
    }
  }

  void answered(LoadConnection connection, long due) {
    latencies.recordValue(Math.min(HIGHEST_NANOS, System.nanoTime() - due));
    free.add(connection);
    answered++;
    if (answered == order.requests()) {
      report.complete(
          new LoadReport(
              (System.nanoTime() - start) / 1e9,
              latencies.getValueAtPercentile(50) / 1e6,
              latencies.getValueAtPercentile(99) / 1e6,
              null));
    } else {
      send();
    }
  }

  void fail(String why) {
    report.complete(LoadReport.failed(why));
  }

  private void send() {
    long now = System.nanoTime();
    while (sent < order.requests() && !report.isDone()) {
      long due = order.isSteady() ? start + order.dueAfter(sent) : now;
      if (due > now) {
        sleep(due - now);
        return;
      }
      LoadConnection connection = free.poll();
      if (connection == null) {
        return; // the next answer brings one
      }
      sent++;
      connection.send(requests.next(), due);
    }
  }

  private void sleep(long nanos) {
    if (!asleep) {
      asleep = true;
      long pause = Math.max(nanos, SHORTEST_SLEEP_NANOS);
      var unused = loop.schedule(this::wake, pause, TimeUnit.NANOSECONDS);
    }
  }

  private void wake() {
    asleep = false;
    send();
  }
}
