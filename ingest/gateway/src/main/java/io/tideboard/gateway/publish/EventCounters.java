// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tideboard.events.ErrorCode;
import io.tideboard.gateway.admission.Refusal;
import io.tideboard.gateway.admission.Verdict;
import java.util.function.ToDoubleFunction;

/**
 * What became of every event: received = accepted + rejected, accepted = published + failed. The
 * events of a request are counted together, when its outcome is known, and a page shows all counts
 * as of one moment: the sums hold on every page.
 */
public final class EventCounters {

  /**
   * All counts of one moment.
   *
   * @param rejected by the reason's ordinal
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
  private record Counts(long published, long failed, long[] rejected) {

    double accepted() {
      return published + failed;
    }

    double received() {
      double sum = accepted();
      for (long ofReason : rejected) {
        sum += ofReason;
      }
      return sum;
    }
  }

  private final long[] rejected = new long[ErrorCode.values().length];
  private long published;
  private long failed;
  private volatile Counts shown = new Counts(0, 0, rejected.clone());

  /** Shows the counts in that registry; as of one moment if it is a {@link PageRegistry}. */
  public EventCounters(MeterRegistry metrics) {
    counter(
        metrics, "received", "Events that arrived: accepted and rejected ones", Counts::received);
    counter(metrics, "accepted", "Valid events: published and failed ones", Counts::accepted);
    counter(
        metrics,
        "published",
        "Events that are durable: in Kafka, or in the spool",
        Counts::published);
    counter(
        metrics,
        "failed",
        "Valid events of requests that are not known to be durable whole",
        Counts::failed);
    for (ErrorCode reason : ErrorCode.values()) {
      FunctionCounter.builder(
              "tideboard.gateway.rejected", this, of -> of.shown.rejected[reason.ordinal()])
          .description("Events refused, by reason")
          .tag("reason", reason.wire())
          .register(metrics);
    }
    if (metrics instanceof PageRegistry pages) {
      pages.beforePage(this::show);
    }
  }

  /** Counts the events of one request whose outcome is known. */
  public synchronized void settled(Verdict verdict, boolean durable) {
    if (durable) {
      published += verdict.accepted();
    } else {
      failed += verdict.accepted();
    }
    for (Refusal refusal : verdict.refused()) {
      rejected[refusal.why().code().ordinal()]++;
    }
  }

  /** Shows the counts as they are now. */
  public synchronized void show() {
    shown = new Counts(published, failed, rejected.clone());
  }

  private void counter(
      MeterRegistry metrics, String name, String description, ToDoubleFunction<Counts> count) {
    FunctionCounter.builder("tideboard.gateway." + name, this, of -> count.applyAsDouble(of.shown))
        .description(description)
        .register(metrics);
  }
}
