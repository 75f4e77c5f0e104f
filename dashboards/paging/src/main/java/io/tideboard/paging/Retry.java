// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How often a receiver is tried.
 *
 * @param timeout of one attempt
 * @param first before the second attempt; doubled before each further one
 * @param most between two attempts
 * @param giveUp after how long since the first attempt nothing is tried any more
 */
public record Retry(Duration timeout, Duration first, Duration most, Duration giveUp) {

  /** The usual. */
  public static final Retry DEFAULT =
      new Retry(
          Duration.ofSeconds(10),
          Duration.ofMillis(500),
          Duration.ofMinutes(1),
          Duration.ofHours(1));

  private static final int MOST_DOUBLINGS = 20;

  /**
   * How long to wait before the next attempt: half of it always, the other half by chance, so that
   * many that failed together do not come back together.
   *
   * @param attempts how many there were, 1 or more
   * @param chance from 0 to 1
   */
  Duration pause(int attempts, DoubleSupplier chance) {
    double doubled = first.toMillis() * Math.pow(2, Math.min(attempts - 1, MOST_DOUBLINGS));
    double whole = Math.min(doubled, most.toMillis());
    return Duration.ofMillis(Math.round(whole / 2 + whole / 2 * chance.getAsDouble()));
  }
}
