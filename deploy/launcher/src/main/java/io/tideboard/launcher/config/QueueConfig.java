// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.events.Channel;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Everything that is configured about a queue.
 *
 * @param channels the channels it serves; empty when any
 * @param definition what it promises and when it has its day
 * @param staffing how agents are planned for it
 */
public record QueueConfig(Set<Channel> channels, QueueDefinition definition, Staffing staffing) {

  /** What holds where nothing is configured. */
  public static final QueueConfig DEFAULT =
      new QueueConfig(Set.of(), QueueDefinition.DEFAULT, new Staffing(0.30, 0.85));

  /**
   * @param shrinkage the share of paid time in which agents are not available, from 0, below 1
   * @param maxOccupancy the share of their time that agents should be busy at most, above 0, up to
   *     1
   */
  public record Staffing(double shrinkage, double maxOccupancy) {}

  public QueueConfig {
    channels = Collections.unmodifiableSet(new LinkedHashSet<>(channels));
  }
}
