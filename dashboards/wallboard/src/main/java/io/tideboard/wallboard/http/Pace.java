// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

/**
 * How soon after a round of telling the viewers the next may follow. A round costs time for each
 * viewer. With few of them changes leave nearly at once; with many, rounds are further apart, so
 * that they take a quarter of the time at most, but never further than a screen would show.
 */
final class Pace {

  private static final long LEAST_NANOS = 5_000_000;
  private static final long MOST_NANOS = 400_000_000;
  private static final int COSTS = 3;

  private long ended;
  private long pause = LEAST_NANOS;

  Pace(long now) {
    ended = now - LEAST_NANOS;
  }

  /** A round took from then to then, by {@link System#nanoTime}. */
  void took(long began, long now) {
    ended = now;
    pause = Math.min(MOST_NANOS, Math.max(LEAST_NANOS, COSTS * (now - began)));
  }

  /** In how many nanoseconds the next round is due; 0 or less for now. */
  long due(long now) {
    return ended + pause - now;
  }
}
