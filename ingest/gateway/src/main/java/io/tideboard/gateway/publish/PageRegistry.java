// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Metrics whose pages are written one at a time, each after what must be set right for it. A page
 * costs as much as a few hundred events, and is written on an event loop: whoever asks for more
 * than a few a second gets the last one again, which is at most a fraction of a second old then.
 */
public final class PageRegistry extends PrometheusMeterRegistry {

  private static final int PAGES_A_SECOND = 10;
  private static final int AT_ONCE = 50;
  private static final long NANOS_A_PAGE = TimeUnit.SECONDS.toNanos(1) / PAGES_A_SECOND;

  private final List<Runnable> before = new CopyOnWriteArrayList<>();
  private byte[] lastPage = new byte[0];

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

  /** The page in UTF-8. Not to be changed. */
  public synchronized byte[] page() {
    long now = System.nanoTime();
    long due = Math.max(0, paidUntil - now);
    if (due < AT_ONCE * NANOS_A_PAGE) {
      paidUntil = now + due + NANOS_A_PAGE;
      before.forEach(Runnable::run);
      lastPage = scrape().getBytes(StandardCharsets.UTF_8);
    }
    return lastPage;
  }
}
