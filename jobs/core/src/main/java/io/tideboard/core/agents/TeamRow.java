// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.results.Basis;

/**
 * What was measured of a queue's team in one interval: a row of {@code tideboard.intervals} that
 * belongs to every channel of the queue. Each instant counts in the interval that holds it. It
 * replaces every earlier row of the same {@link #wire()} with a lower or equal revision.
 *
 * @param start the interval's start, in microseconds
 * @param minutes its length
 */
public record TeamRow(String queue, long start, int minutes, long revision, TeamTimes times) {

  /** The key in the topic: {@code queue/*}{@code /start/event}. */
  public String wire() {
    return queue
        + "/"
        + TeamStatus.EVERY_CHANNEL
        + "/"
        + Micros.instant(start)
        + "/"
        + Basis.EVENT.wire();
  }
}
