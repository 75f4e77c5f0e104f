// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import java.time.Duration;

/**
 * How long to wait before trying again: twice as long after every failure, and a random part less,
 * so that not all come back at once.
 *
 * @param first after the first failure
 * @param longest after many
 * @param jitter the greatest part that is left off, 0 to 1
 */
public record Backoff(Duration first, Duration longest, double jitter) {

  private static final int DOUBLINGS = 30;

  public Backoff {
    Checks.positive("first", first);
    Checks.positive("longest", longest);
    if (longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(longest + " as longest: expected at least " + first);
    }
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException(jitter + " as jitter: expected 0 to 1");
    }
  }

  /**
   * The wait after so many failures.
   *
   * @param failures 1 or more
   * @param random 0 to 1, anew each time
   */
  public Duration after(int failures, double random) {
    int doublings = Math.min(DOUBLINGS, Math.max(0, failures - 1));
    double millis = Math.min(longest.toMillis(), first.toMillis() * Math.pow(2, doublings));
    return Duration.ofMillis(Math.max(1, Math.round(millis * (1 - jitter * random))));
  }
}
