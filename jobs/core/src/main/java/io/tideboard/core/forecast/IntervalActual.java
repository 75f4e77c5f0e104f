// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

/**
 * What really came in one interval of a queue and channel. A later one of the same start replaces
 * it.
 *
 * @param start the interval's start, in microseconds
 * @param contacts how many came, 0 or more; 0 where the queue was open and nobody came
 * @param ahtSeconds their mean handle time; {@link Double#NaN} where none is known yet
 */
public record IntervalActual(long start, int contacts, double ahtSeconds) {

  public IntervalActual {
    if (contacts < 0) {
      throw new IllegalArgumentException(contacts + " as contacts: expected 0 or more");
    }
    if (ahtSeconds < 0 || Double.isInfinite(ahtSeconds)) {
      throw new IllegalArgumentException(
          ahtSeconds + " as ahtSeconds: expected 0 or more, or NaN where it is not known");
    }
  }

  /** With no handle time. */
  public IntervalActual(long start, int contacts) {
    this(start, contacts, Double.NaN);
  }
}
