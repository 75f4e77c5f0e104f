// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Rows that are fetched a few hundred at a time: between two pages nothing is held open. */
final class Paged<T> {

  /** As many as weigh a few hundred kilobytes, and take a few milliseconds. */
  static final int PAGE = 500;

  private final Function<Period, List<T>> fetch;
  private final ToLongFunction<T> start;
  private final Deque<T> page = new ArrayDeque<>();
  private Period left;

  /**
   * @param fetch the first rows of a period, at most {@value #PAGE} of them
   * @param start of a row
   */
  Paged(Function<Period, List<T>> fetch, ToLongFunction<T> start, Period period) {
    this.fetch = fetch;
    this.start = start;
    this.left = period;
  }

  /** The next row, which stays the next one; null at the end. */
  @Nullable T peek() {
    if (page.isEmpty() && !left.isEmpty()) {
      List<T> fetched = fetch.apply(left);
      page.addAll(fetched);
      left =
          fetched.size() < PAGE
              ? new Period(left.to(), left.to())
              : left.after(start.applyAsLong(fetched.get(fetched.size() - 1)));
    }
    return page.peek();
  }

  /** Goes on to the one behind it. */
  void skip() {
    page.poll();
  }
}
