// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What arrived in a short while, gathered by the key that it is of: what a key comes to is worked
 * out once a moment and not once a record, and between two moments nobody sees it.
 *
 * @param <A> what is gathered of one key
 */
public final class Gathering<A> {

  /** Takes what arrived of one key. */
  @FunctionalInterface
  public interface Follower<A> {
    void follow(String key, A arrived) throws Exception;
  }

  /** More than arrives in a moment while nothing waits to be read. */
  private static final int MANY = 2_000;

  /** So many records are held at most. */
  private static final int MOST = 131_072;

  /** Whoever catches up looks so often, in milliseconds: the more comes together, the cheaper. */
  private static final long BREATH = 100;

  private final Function<String, A> none;
  // In the order of arrival: who comes after another often lands in the same interval.
  private Map<String, A> arrived = new LinkedHashMap<>();
  private int size;
  private long drainedAt;

  /**
   * @param none what is gathered of a key before anything is
   */
  public Gathering(Function<String, A> none) {
    this.none = none;
  }

  /** What is gathered of that key, for one more record to be added. */
  public A one(String key) {
    size++;
    A known = arrived.get(key);
    if (known == null) {
      known = none.apply(key);
      arrived.put(key, known);
    }
    return known;
  }

  /** Whether more would take too much memory. */
  public boolean isFull() {
    return size >= MOST;
  }

  /** Whether so much arrives that it is better to wait a little for more. */
  public boolean mayWait(long wallMillis) {
    return size > MANY && !isFull() && wallMillis - drainedAt < BREATH;
  }

  /** Hands over what was gathered and starts anew. */
  public void drain(long wallMillis, Follower<A> follower) throws Exception {
    drainedAt = wallMillis;
    if (size == 0) {
      return;
    }
    Map<String, A> drained = arrived;
    // As large as this one grew: it would only grow again.
    arrived = new LinkedHashMap<>(drained.size() * 4 / 3 + 1);
    size = 0;
    for (Map.Entry<String, A> entry : drained.entrySet()) {
      follower.follow(entry.getKey(), entry.getValue());
    }
  }
}
