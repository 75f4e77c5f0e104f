// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import java.time.Duration;

/**
 * How events go to the sink.
 *
 * @param batch events of one call at most, 1 to 100 000
 * @param pending events that may wait to be acknowledged; nothing more is read at so many
 * @param answer how long an acknowledgement may take before the events are sent again
 * @param again how long to wait before that
 * @param close how long closing waits for acknowledgements
 */
public record DeliverySettings(
    int batch, int pending, Duration answer, Backoff again, Duration close) {

  /** 500 at a time, 10 000 waiting, 30 s; again after 100 ms to 5 s; closing waits 5 s. */
  public static final DeliverySettings DEFAULT =
      new DeliverySettings(
          500,
          10_000,
          Duration.ofSeconds(30),
          new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), 0.3),
          Duration.ofSeconds(5));

  public DeliverySettings {
    Checks.range("batch", batch, 1, 100_000);
    Checks.range("pending", pending, 1, 10_000_000);
    Checks.positive("answer", answer);
    Checks.positive("close", close);
  }
}
