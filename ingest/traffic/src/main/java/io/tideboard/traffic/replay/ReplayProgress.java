// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is.
 *
 * @param accepted events that the gateway holds durably
 * @param refused events that it did not accept
 * @param reached the latest event time handed over; null before the first event
 * @param elapsed time since the start
 * @param speed event time passed over time elapsed; 0 before the first event
 */
public record ReplayProgress(
    long accepted, long refused, @Nullable Instant reached, Duration elapsed, double speed) {

  /** Events that the gateway has answered. */
  public long sent() {
    return accepted + refused;
  }
}
