// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import io.tideboard.events.Event;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one payload tells of one interaction: what is true of all of it, then happening by
 * happening. Not for several threads.
 */
public final class Story {

  private final Map<EventField, Object> always = new EnumMap<>(EventField.class);
  private final List<Event> events = new ArrayList<>();

  /** The story of one interaction of a source. */
  public Story(String source, String interaction) {
    always.put(EventField.SOURCE, source);
    always.put(EventField.INTERACTION, Ids.fitting(interaction));
  }

  /** A field that all events of this story have from now on; null takes it away. */
  public Story with(EventField field, @Nullable Object value) {
    if (value == null) {
      always.remove(field);
    } else {
      always.put(field, value);
    }
    return this;
  }

  /** Something happened; nothing is told without a time, since platforms repeat what is unset. */
  public Story tell(EventType type, @Nullable Instant time, String id) {
    return tell(type, time, id, Map.of());
  }

  /**
   * As {@link #tell(EventType, Instant, String)}, with fields of this event alone.
   *
   * @throws io.tideboard.events.InvalidEvent when what is told is no valid event
   */
  public Story tell(
      EventType type, @Nullable Instant time, String id, Map<EventField, Object> fields) {
    if (time != null) {
      EventDraft draft = new EventDraft(type);
      always.forEach(draft::set);
      fields.forEach(draft::set);
      events.add(draft.set(EventField.ID, id).set(EventField.TIME, time).build());
    }
    return this;
  }

  /** What was told so far. */
  public List<Event> events() {
    return List.copyOf(events);
  }
}
