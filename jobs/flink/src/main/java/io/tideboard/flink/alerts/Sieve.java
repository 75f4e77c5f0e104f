// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.alerts;

import io.tideboard.core.alerts.Reading;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Lets through the readings that say something new, which few do: a queue is looked at whenever it
 * is published, and its alerts hear of it when a level changes. After a restart the first of each
 * queue is new.
 */
public final class Sieve {

  /** Where operators send what was let through. */
  public static final OutputTag<Reading> READINGS = new OutputTag<>("readings", AlertTypes.READING);

  private final Map<String, Integer> sent = new HashMap<>();

  /** The reading, or null when it says nothing new. */
  public @Nullable Reading pass(Reading reading) {
    Integer before = sent.put(reading.key().wire(), reading.levels());
    return before != null && before == reading.levels() ? null : reading;
  }

  /** The queue and channel are over. */
  public void forget(String key) {
    sent.remove(key);
  }
}
