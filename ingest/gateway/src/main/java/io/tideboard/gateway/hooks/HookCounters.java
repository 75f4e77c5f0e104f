// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.hooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/** How many deliveries came and what became of their proof, and what in them was of no concern. */
final class HookCounters {

  private final MeterRegistry metrics;
  private final KindLabels kinds = new KindLabels();

  HookCounters(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** Shows a platform's counters before anything has come from it. */
  void expect(String platform) {
    for (Outcome outcome : Outcome.values()) {
      deliveries(platform, outcome);
    }
  }

  void delivered(String platform, Outcome outcome) {
    deliveries(platform, outcome).increment();
  }

  void ignored(String platform, Map<String, Integer> byKind) {
    byKind.forEach(
        (kind, count) ->
            Counter.builder("tideboard.gateway.hook.ignored")
                .description("Entries of deliveries that are of no concern, by kind")
                .tag("platform", platform)
                .tag("kind", kinds.label(platform, kind))
                .register(metrics)
                .increment(count));
  }

  private Counter deliveries(String platform, Outcome outcome) {
    return Counter.builder("tideboard.gateway.hook.deliveries")
        .description("Deliveries of platforms, by what became of their proof")
        .tag("platform", platform)
        .tag("outcome", outcome.wire())
        .register(metrics);
  }
}
