// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import java.io.Serializable;
import java.util.Map;

/**
 * Every queue's definition. A queue that was never configured has the defaults.
 *
 * @param queues definitions by queue
 * @param defaults what holds for every other queue
 */
public record QueueCatalog(Map<String, QueueDefinition> queues, QueueDefinition defaults)
    implements QueueDefinitions, Serializable {

  /** Nothing configured. */
  public static final QueueCatalog DEFAULTS = new QueueCatalog(Map.of(), QueueDefinition.DEFAULT);

  public QueueCatalog {
    queues = Map.copyOf(queues);
  }

  @Override
  public QueueDefinition of(String queue) {
    return queues.getOrDefault(queue, defaults);
  }
}
