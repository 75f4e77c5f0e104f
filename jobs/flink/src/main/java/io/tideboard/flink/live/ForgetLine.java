// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Who may be forgotten, in the order in which they came to rest. A line and not one timer each,
 * because timers were a quarter of all that is done to an interaction. Not kept in checkpoints: it
 * is made anew from those that are remembered.
 */
final class ForgetLine {

  private record Due(String key, long at) {}

  private final ArrayDeque<Due> line = new ArrayDeque<>();

  /** Joins the end. {@code at} must not be earlier than that of those before. */
  void join(String key, long at) {
    line.add(new Due(key, at));
  }

  /** The next one whose time has come by {@code now}, or null. */
  @Nullable String next(long now) {
    Due first = line.peek();
    if (first == null || first.at > now) {
      return null;
    }
    line.remove();
    return first.key;
  }
}
