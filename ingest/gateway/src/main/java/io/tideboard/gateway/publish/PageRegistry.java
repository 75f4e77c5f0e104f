// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Metrics whose pages are written one at a time, on a thread of their own, each after what must be
 * set right for it. A page costs as much as a few hundred events: whoever asks while one is being
 * written waits for the next, together with all others, and of those there are only so many a
 * second. So every page is as of a moment after it was asked for.
 */
public final class PageRegistry extends PrometheusMeterRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(PageRegistry.class);
  private static final int PAGES_A_SECOND = 10;
  private static final int AT_ONCE = 5;
  private static final long NANOS_A_PAGE = TimeUnit.SECONDS.toNanos(1) / PAGES_A_SECOND;

  private final List<Runnable> before = new CopyOnWriteArrayList<>();
  private final List<Consumer<byte[]>> waiting = new ArrayList<>();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          new DefaultThreadFactory("tideboard-metrics", true));
  private volatile byte[] lastPage = new byte[0];

  /** Until when what was written so far is paid for, at the rate of pages. */
  private long paidUntil = System.nanoTime();

  /** Without any metrics yet. */
  public PageRegistry() {
    super(PrometheusConfig.DEFAULT);
  }

  /** Runs this before each page. */
  void beforePage(Runnable preparation) {
    before.add(preparation);
  }

  /** Hands over a page in UTF-8, not to be changed, on another thread; nothing after the end. */
  public void page(Consumer<byte[]> reader) {
    synchronized (waiting) {
      waiting.add(reader);
      if (waiting.size() > 1) {
        return; // it is ordered already
      }
      long now = System.nanoTime();
      long due = Math.max(0, paidUntil - now);
      paidUntil = now + due + NANOS_A_PAGE;
      long pause = Math.max(0, due - (AT_ONCE - 1) * NANOS_A_PAGE);
      try {
        var unused = writer.schedule(this::write, pause, TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException closed) {
        waiting.clear();
      }
    }
  }

  /** How large the last page was, in bytes: the next will be about as large. */
  public int usualSize() {
    return lastPage.length;
  }

  @Override
  public void close() {
    writer.shutdownNow();
    super.close();
  }

  private void write() {
    List<Consumer<byte[]>> readers;
    synchronized (waiting) {
      readers = List.copyOf(waiting);
      waiting.clear();
    }
    try {
      before.forEach(Runnable::run);
      lastPage = scrape().getBytes(StandardCharsets.UTF_8);
    } catch (RuntimeException e) {
      LOG.error("A page of metrics cannot be written: the last one stands for it", e);
    }
    byte[] page = lastPage;
    readers.forEach(reader -> reader.accept(page));
  }
}
