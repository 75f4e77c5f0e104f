// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Metrics whose pages are written one at a time, each after what must be set right for it. */
public final class PageRegistry extends PrometheusMeterRegistry {

  private final List<Runnable> before = new CopyOnWriteArrayList<>();

  public PageRegistry() {
    super(PrometheusConfig.DEFAULT);
  }

  /** Runs this before each page. */
  void beforePage(Runnable preparation) {
    before.add(preparation);
  }

  @Override
  public synchronized String scrape() {
    before.forEach(Runnable::run);
    return super.scrape();
  }
}
