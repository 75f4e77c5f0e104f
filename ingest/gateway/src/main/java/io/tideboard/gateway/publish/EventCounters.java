// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tideboard.events.ErrorCode;
import io.tideboard.gateway.admission.Refusal;
import io.tideboard.gateway.admission.Verdict;

/**
 * What became of every event: received = accepted + rejected, accepted = published + failed. All
 * are counted together, when the outcome of their request is known, so that the sums hold whenever
 * no request is under way.
 */
public final class EventCounters {

  private final Counter received;
  private final Counter accepted;
  private final Counter published;
  private final Counter failed;

  /** By the reason's ordinal. */
  private final Counter[] rejected = new Counter[ErrorCode.values().length];

  /** Counts in that registry. */
  public EventCounters(MeterRegistry metrics) {
    this.received = counter(metrics, "received", "Events that arrived: accepted and rejected ones");
    this.accepted = counter(metrics, "accepted", "Valid events: published and failed ones");
    this.published =
        counter(metrics, "published", "Events that are durable: in Kafka, or in the spool");
    this.failed =
        counter(
            metrics, "failed", "Valid events of requests that are not known to be durable whole");
    for (ErrorCode reason : ErrorCode.values()) {
      rejected[reason.ordinal()] =
          Counter.builder("tideboard.gateway.rejected")
              .description("Events refused, by reason")
              .tag("reason", reason.wire())
              .register(metrics);
    }
  }

  /** Counts the events of one request whose outcome is known. */
  public void settled(Verdict verdict, boolean durable) {
    int valid = verdict.accepted();
    received.increment(verdict.received());
    accepted.increment(valid);
    (durable ? published : failed).increment(valid);
    for (Refusal refusal : verdict.refused()) {
      rejected[refusal.why().code().ordinal()].increment();
    }
  }

  private static Counter counter(MeterRegistry metrics, String name, String description) {
    return Counter.builder("tideboard.gateway." + name).description(description).register(metrics);
  }
}
