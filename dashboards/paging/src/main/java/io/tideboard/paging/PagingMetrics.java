// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the notifier counts. */
final class PagingMetrics {

  private static final String RECEIVER = "receiver";

  private final MeterRegistry registry;
  private final AtomicInteger onDuty = new AtomicInteger();
  private final Map<String, AtomicInteger> pending = new ConcurrentHashMap<>();

  PagingMetrics(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("tideboard.paging.on.duty", onDuty, AtomicInteger::get)
        .description("1 on the notifier that delivers, 0 on those that stand by.")
        .register(registry);
  }

  void onDuty(boolean is) {
    onDuty.set(is ? 1 : 0);
  }

  /** A receiver that is known, so that its counts begin with 0. */
  void receiver(String name) {
    AtomicInteger count = pending.computeIfAbsent(name, unused -> new AtomicInteger());
    Gauge.builder("tideboard.paging.pending", count, AtomicInteger::get)
        .description("Notices that are being delivered or tried again.")
        .tag(RECEIVER, name)
        .register(registry);
    for (NoticeKind kind : NoticeKind.values()) {
      delivered(name, kind);
    }
    for (Failure failure : Failure.values()) {
      failures(name, failure);
    }
    undelivered(name);
  }

  void pending(String receiver, int more) {
    pending.computeIfAbsent(receiver, unused -> new AtomicInteger()).addAndGet(more);
  }

  /** Nothing is under way any more. */
  void noPending() {
    pending.values().forEach(count -> count.set(0));
  }

  Counter delivered(String receiver, NoticeKind kind) {
    return Counter.builder("tideboard.paging.delivered")
        .description("Notices that a receiver has taken.")
        .tag(RECEIVER, receiver)
        .tag("notice", kind.wire())
        .register(registry);
  }

  Counter failures(String receiver, Failure failure) {
    return Counter.builder("tideboard.paging.failed.attempts")
        .description("Attempts to deliver that failed.")
        .tag(RECEIVER, receiver)
        .tag("reason", failure.wire())
        .register(registry);
  }

  Counter undelivered(String receiver) {
    return Counter.builder("tideboard.paging.undelivered")
        .description("Notices that were given up.")
        .tag(RECEIVER, receiver)
        .register(registry);
  }

  /** How long after it was decided a notice was delivered. */
  void latency(String receiver, Duration after) {
    Timer.builder("tideboard.paging.latency")
        .description("From the change of an episode to its delivery.")
        .tag(RECEIVER, receiver)
        .register(registry)
        .record(after.isNegative() ? Duration.ZERO : after);
  }
}
