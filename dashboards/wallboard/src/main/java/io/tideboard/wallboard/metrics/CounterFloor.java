// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.tideboard.core.queue.QueueKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps counters from stepping back: a late event can turn what was counted as one thing into
 * another, and a counter that falls reads as a restart. Shows the greatest value there was.
 */
final class CounterFloor {

  private record Counter(QueueKey key, String name) {}

  private final Map<Counter, Long> greatest = new ConcurrentHashMap<>();

  long atLeastAsBefore(QueueKey key, String name, long value) {
    return greatest.merge(new Counter(key, name), value, Math::max);
  }
}
