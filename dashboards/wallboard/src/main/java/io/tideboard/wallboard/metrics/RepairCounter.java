// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.tideboard.core.tally.Measure;
import io.tideboard.events.WireName;

/** What was put right of a queue's contacts where events are missing, since the beginning. */
enum RepairCounter implements WireName {
  LOST_TO_SNAPSHOT(Measure.LOST_TO_SNAPSHOT),
  LOST_TO_RESTART(Measure.LOST_TO_RESTART),
  LOST_TO_MAX_VISIT(Measure.LOST_TO_MAX_VISIT),
  FOUND_AGAIN(Measure.FOUND_AGAIN),
  OPENED_BY_SNAPSHOT(Measure.OPENED_BY_SNAPSHOT),
  LEG_LOST(Measure.LEGS_LOST),
  LEG_FOUND_AGAIN(Measure.LEGS_FOUND_AGAIN);

  final Measure measure;

  RepairCounter(Measure measure) {
    this.measure = measure;
  }
}
