// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.forecast.DemandTerms;
import io.tideboard.core.queue.QueueDefinition;
import java.util.Objects;

/**
 * A queue's definition, made ready for planning. Not safe for use by several threads.
 *
 * @param calendar its days and intervals
 * @param demand the same as a forecast has to know them
 * @param version another one whenever agents are planned in another way
 */
public record PlanningTerms(
    QueueDefinition definition, QueueCalendar calendar, DemandTerms demand, long version) {

  /** The terms of a queue that is defined so. */
  public static PlanningTerms of(QueueDefinition definition) {
    int version =
        Objects.hash(
            definition.threshold(),
            definition.channelThresholds(),
            definition.target(),
            definition.planning());
    return new PlanningTerms(
        definition, definition.calendar(), DemandTerms.of(definition), version);
  }
}
