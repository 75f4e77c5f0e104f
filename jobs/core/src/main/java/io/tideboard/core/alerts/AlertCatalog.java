// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import java.io.Serializable;
import java.util.Map;

/**
 * Every queue's rules.
 *
 * @param queues rules by queue
 * @param otherwise what holds for every other queue
 */
public record AlertCatalog(Map<String, AlertRules> queues, AlertRules otherwise)
    implements Serializable {

  /** Nothing configured. */
  public static final AlertCatalog DEFAULTS = new AlertCatalog(Map.of(), AlertRules.DEFAULT);

  public AlertCatalog {
    queues = Map.copyOf(queues);
  }

  /** The rules of a queue. */
  public AlertRules of(String queue) {
    return queues.getOrDefault(queue, otherwise);
  }
}
