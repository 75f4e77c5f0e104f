// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import java.util.HashMap;
import java.util.Map;

/**
 * When a subtask publishes what has changed: at once where nothing was published lately, and else
 * so often at most. Less often when very many queues change at once, since nobody is served by a
 * job that only publishes.
 */
final class Publishing {

  /** So many snapshots take about a quarter of a millisecond. */
  private static final int A_MILLISECOND = 10;

  /** Time stands on steps of so many milliseconds, so that what comes together is told together. */
  private static final long STEP = 10;

  private final long every;
  private final Map<String, Long> last = new HashMap<>();
  private long round;
  private int published;
  private int publishedBefore;

  /**
   * @param everyMillis how often a queue is published, at most
   */
  Publishing(long everyMillis) {
    this.every = everyMillis;
  }

  /** A queue is published at that time. */
  void publish(String queue, long at) {
    if (at / every != round) {
      round = at / every;
      publishedBefore = published;
      published = 0;
    }
    published++;
    last.put(queue, at);
  }

  /** When to publish a queue that has changed at {@code now}. */
  long next(String queue, long now) {
    long wider = every * (1 + Math.max(published, publishedBefore) / (A_MILLISECOND * every));
    Long before = last.get(queue);
    if (before == null || wider > every) {
      return now / wider * wider + wider;
    }
    return Math.max(now / STEP * STEP + STEP, before + every);
  }

  /** The queue is over. */
  void forget(String queue) {
    last.remove(queue);
  }
}
