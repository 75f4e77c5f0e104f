// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.lifecycle.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of a short while, gathered by the interaction that they are of: what an interaction comes
 * to is worked out once a moment and not once an event, and between two moments nobody sees it.
 */
final class Arrivals {

  /** What arrived of one interaction. */
  static final class Arrival {

    private final List<Moment> moments = new ArrayList<>(4);
    private String source;

    private Arrival(String source) {
      this.source = source;
    }

    /** In the order in which they arrived. */
    List<Moment> moments() {
      return moments;
    }

    /** Who told of them; of several the first in the alphabet. */
    String source() {
      return source;
    }
  }

  /** Takes what arrived of one interaction. */
  @FunctionalInterface
  interface Follower {
    void follow(String key, Arrival arrival) throws Exception;
  }

  private final int most;
  private Map<String, Arrival> arrivals = new HashMap<>();
  private int size;

  /**
   * @param most how many events may be gathered
   */
  Arrivals(int most) {
    this.most = most;
  }

  void add(String key, Moment moment, String source) {
    Arrival arrival = arrivals.get(key);
    if (arrival == null) {
      arrival = new Arrival(source);
      arrivals.put(key, arrival);
    } else if (source.compareTo(arrival.source) < 0) {
      arrival.source = source;
    }
    arrival.moments.add(moment);
    size++;
  }

  boolean isFull() {
    return size >= most;
  }

  /** Hands over what was gathered and starts anew. */
  void drain(Follower follower) throws Exception {
    if (size == 0) {
      return;
    }
    Map<String, Arrival> drained = arrivals;
    arrivals = new HashMap<>();
    size = 0;
    for (Map.Entry<String, Arrival> entry : drained.entrySet()) {
      follower.follow(entry.getKey(), entry.getValue());
    }
  }
}
