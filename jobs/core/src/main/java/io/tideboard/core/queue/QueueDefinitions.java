// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

/** Every queue's definition; a queue that nobody configured has one, too. */
public interface QueueDefinitions {

  /** The definition of that queue. */
  QueueDefinition of(String queue);
}
