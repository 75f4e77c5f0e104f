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
 * @param definition what it promises, when it has its day, and how agents are planned for it
 */
public record QueueConfig(Set<Channel> channels, QueueDefinition definition) {

  /** What holds where nothing is configured. */
  public static final QueueConfig DEFAULT = new QueueConfig(Set.of(), QueueDefinition.DEFAULT);

  public QueueConfig {
    channels = Collections.unmodifiableSet(new LinkedHashSet<>(channels));
  }
}
