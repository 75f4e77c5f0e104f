// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An encoding that is told an event's fields one by one. Fields that say nothing are not told: no
 * null, no empty list or map, no direction or initiative that is the default.
 */
public interface FieldWriter {

  void text(EventField field, String value) throws IOException;

  void choice(EventField field, WireName value) throws IOException;

  void time(EventField field, Instant value) throws IOException;

  void whole(EventField field, int value) throws IOException;

  void number(EventField field, double value) throws IOException;

  void texts(EventField field, List<String> values) throws IOException;

  void pairs(EventField field, Map<String, String> values) throws IOException;

  void capacity(EventField field, Map<Channel, Integer> values) throws IOException;

  void waiting(EventField field, List<QueueSnapshot.Waiting> values) throws IOException;

  void standings(EventField field, List<AgentSnapshot.Standing> values) throws IOException;

  /** The text, unless there is none. */
  default void optional(EventField field, @Nullable String value) throws IOException {
    if (value != null) {
      text(field, value);
    }
  }

  /** The choice, unless there is none. */
  default void optional(EventField field, @Nullable WireName value) throws IOException {
    if (value != null) {
      choice(field, value);
    }
  }
}
