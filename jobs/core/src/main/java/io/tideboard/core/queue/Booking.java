// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.Sample;

/** Where a count goes: to one period, or to every period that it belongs to. */
interface Booking {

  /** Adds to a measure. */
  void add(Measure measure, long amount);

  /** Counts a duration, in microseconds; with {@code times} −1 takes it back. */
  void add(Sample sample, long duration, int times);
}
