// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a replay has done so far; written by all lanes. */
final class Tally {

  private static final int REFUSALS_KEPT = 20;

  private final Pacer pacer;
  private final long start;
  private final List<Refusal> firstRefusals = new ArrayList<>();
  private long accepted;
  private long refused;
  private @Nullable Instant first;
  private @Nullable Instant reached;

  Tally(Pacer pacer) {
    this.pacer = pacer;
    this.start = pacer.nanoTime();
  }

  synchronized void handedOver(Instant occurredAt) {
    if (first == null) {
      first = occurredAt;
    }
    if (reached == null || occurredAt.isAfter(reached)) {
      reached = occurredAt;
    }
  }

  synchronized void answered(GatewayAnswer answer) {
    accepted += answer.accepted();
    refused += answer.refused().size();
    for (Refusal refusal : answer.refused()) {
      if (firstRefusals.size() < REFUSALS_KEPT) {
        firstRefusals.add(refusal);
      }
    }
  }

  synchronized ReplayProgress progress() {
    Duration elapsed = Duration.ofNanos(pacer.nanoTime() - start);
    double passed =
        first == null || reached == null ? 0 : seconds(Duration.between(first, reached));
    double speed = elapsed.isZero() ? 0 : passed / seconds(elapsed);
    return new ReplayProgress(accepted, refused, reached, elapsed, speed);
  }

  synchronized ReplayReport report() {
    return new ReplayReport(progress(), firstRefusals);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
