// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

/**
 * A stretch of time in which intervals start.
 *
 * @param from its begin, in microseconds, belongs to it
 * @param to its end, in microseconds, does not
 */
public record Period(long from, long to) {

  /** All of time. */
  public static final Period ALWAYS = new Period(Long.MIN_VALUE, Long.MAX_VALUE);

  /** What is left of it behind that instant. */
  public Period after(long start) {
    return new Period(start + 1, to);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return from >= to;
  }
}
