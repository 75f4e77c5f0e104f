// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.staffing.StaffingTerms;
import java.io.Serializable;
import java.util.Map;

/**
 * How agents are planned for a queue.
 *
 * @param shrinkage the share of paid time in which agents are not available, from 0, below 1
 * @param maxOccupancy the share of their time that agents should be busy at most, 0.01 to 1
 * @param concurrency how many contacts an agent serves at a time, by channel; 1 where it is not
 *     there
 */
public record Planning(double shrinkage, double maxOccupancy, Map<String, Double> concurrency)
    implements Serializable {

  /** What holds where nothing is configured. */
  public static final Planning DEFAULT = new Planning(0.30, 0.85, Map.of());

  public Planning {
    concurrency = Map.copyOf(concurrency);
    for (double each : concurrency.values()) {
      working(each, shrinkage, maxOccupancy);
    }
    working(1, shrinkage, maxOccupancy);
  }

  /** Refuses what makes no sense. */
  private static StaffingTerms.Working working(double each, double shrinkage, double occupancy) {
    return new StaffingTerms.Working(each, shrinkage, occupancy);
  }

  /** How agents work on that channel. */
  public StaffingTerms.Working working(String channel) {
    return working(concurrency.getOrDefault(channel, 1.0), shrinkage, maxOccupancy);
  }
}
