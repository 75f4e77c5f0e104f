// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import java.time.Duration;

/**
 * How much is kept, and how long it is believed.
 *
 * @param breaches how many breach records are kept at most, the latest ones
 * @param breachAge how long a breach record is kept after Kafka took it
 * @param countOn how long waits count on by the clock while no status arrives: older data must look
 *     old
 * @param exposeFor how long after its arrival a status is exposed as metrics
 * @param series how many series of queues and teams there are at most
 */
public record BoardLimits(
    int breaches, Duration breachAge, Duration countOn, Duration exposeFor, int series) {

  /**
   * 20 000 breaches of the last day, 15 seconds of counting on, metrics for five minutes, and of 1
   * 000 queues on four channels.
   */
  public static final BoardLimits DEFAULT =
      new BoardLimits(
          20_000, Duration.ofDays(1), Duration.ofSeconds(15), Duration.ofMinutes(5), 1_000_000);

  public BoardLimits {
    if (breaches < 1) {
      throw new IllegalArgumentException(breaches + " as breaches: expected 1 or more");
    }
    positive(breachAge, "breachAge");
    positive(countOn, "countOn");
    positive(exposeFor, "exposeFor");
    if (series < 1) {
      throw new IllegalArgumentException(series + " as series: expected 1 or more");
    }
  }

  private static void positive(Duration value, String field) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(value + " as " + field + ": expected more than 0");
    }
  }
}
