// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.results.IntervalRow;

/** A row as it stands at a place in the source. */
public sealed interface RowChange {

  /** Where it stands. */
  Place place();

  /** When its interval starts, in microseconds. */
  long start();

  /** A place in the source. */
  record Place(int partition, long offset) {}

  /** What was counted of a queue on a channel. */
  record OfQueue(Place place, IntervalRow row) implements RowChange {
    @Override
    public long start() {
      return row.start();
    }
  }

  /** What was measured of a team. */
  record OfTeam(Place place, TeamRow row) implements RowChange {
    @Override
    public long start() {
      return row.start();
    }
  }
}
