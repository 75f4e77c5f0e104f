// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

/**
 * When a subtask publishes what has changed: on a grid, so that many changes make one snapshot. A
 * wider one when very many queues change at once, since nobody is served by a job that only
 * publishes.
 */
final class Publishing {

  /** So many snapshots at one time take about a quarter of fifty milliseconds. */
  private static final int MANY = 500;

  private final long every;
  private long round;
  private int published;
  private int publishedBefore;

  /**
   * @param everyMillis how often, at most
   */
  Publishing(long everyMillis) {
    this.every = everyMillis;
  }

  /** Something is published, by a timer of that time. */
  void publish(long at) {
    if (at != round) {
      round = at;
      publishedBefore = published;
      published = 0;
    }
    published++;
  }

  /** When to publish what has changed at {@code now}. */
  long next(long now) {
    long wider = every * (1 + Math.max(published, publishedBefore) / MANY);
    return now / wider * wider + wider;
  }
}
