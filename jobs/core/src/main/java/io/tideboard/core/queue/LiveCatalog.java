// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every queue's definition as it stands now: what the configuration file says, and what has been
 * changed since by {@code tideboard.config}. May be read while it changes.
 */
public final class LiveCatalog implements QueueDefinitions {

  private final QueueCatalog file;
  private final Map<String, QueueDefinition> changed = new ConcurrentHashMap<>();

  /** With nothing changed yet. */
  public LiveCatalog(QueueCatalog file) {
    this.file = file;
  }

  @Override
  public QueueDefinition of(String queue) {
    QueueDefinition its = changed.get(queue);
    return its == null ? file.of(queue) : its;
  }

  /**
   * Takes a record of {@code tideboard.config}.
   *
   * @param value the record's value; null or empty to go back to what the file says
   * @throws IllegalArgumentException with key, value and expectation; nothing has changed then
   */
  public void change(String queue, byte @Nullable [] value) {
    if (value == null || value.length == 0) {
      changed.remove(queue);
    } else {
      QueueDefinition its = file.of(queue);
      changed.put(queue, DefinitionJson.read(value, its));
    }
  }
}
