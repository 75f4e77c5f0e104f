// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.forecast;

import io.tideboard.core.planning.IntervalFact;
import org.jspecify.annotations.Nullable;

/**
 * Something about the demand of one queue and channel.
 *
 * @param key queue/channel
 * @param fact what came in an interval; null of history
 * @param model what is known from before; null of a fact
 */
public record DemandNews(String key, @Nullable IntervalFact fact, byte @Nullable [] model) {

  /** What came in an interval. */
  public static DemandNews of(String key, IntervalFact fact) {
    return new DemandNews(key, fact, null);
  }
}
