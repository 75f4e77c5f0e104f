// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in the making: fields as a decoder or a platform adapter finds them, in any order, none
 * checked until {@link #build()}. Fields that the type does not have are ignored. Not for several
 * threads.
 */
public final class EventDraft {

  private static final int FIELDS = EventField.values().length;
  private static final List<EventField> HEADER =
      List.of(EventField.ID, EventField.SOURCE, EventField.TIME);

  private final @Nullable Object[] values = new @Nullable Object[FIELDS];
  private @Nullable EventType type;

  /** A draft without a type yet. */
  public EventDraft() {}

  /** A draft of that type. */
  public EventDraft(EventType type) {
    this.type = type;
  }

  /** Sets the type. */
  public EventDraft type(EventType type) {
    this.type = type;
    return this;
  }

  /**
   * Sets a field; null and the empty string unset it.
   *
   * @throws IllegalArgumentException when the value is not what {@link EventField#kind()} says
   */
  public EventDraft set(EventField field, @Nullable Object value) {
    if (value != null && !field.kind().holds(value)) {
      throw new IllegalArgumentException(
          value + " in " + field.wire() + ": expected a " + field.kind());
    }
    values[field.ordinal()] = "".equals(value) ? null : value;
    return this;
  }

  /** What a field of kind {@code TEXT} holds now; null when nothing. */
  public @Nullable String text(EventField field) {
    return (String) values[field.ordinal()];
  }

  /** Takes id, source and time from another draft. */
  public EventDraft headerOf(EventDraft other) {
    for (EventField field : HEADER) {
      values[field.ordinal()] = other.values[field.ordinal()];
    }
    return this;
  }

  /**
   * The event.
   *
   * @throws InvalidEvent for the first field that is missing or out of its range
   */
  public Event build() {
    if (type == null) {
      throw new InvalidEvent(
          ErrorCode.MISSING_FIELD, "type", null, "a type such as interaction.queued");
    }
    return new DraftedEvent(this, type).event();
  }

  String neededText(EventField field) {
    return (String) needed(field);
  }

  Instant neededTime(EventField field) {
    return (Instant) needed(field);
  }

  <E> E neededChoice(EventField field, Class<E> type) {
    return type.cast(needed(field));
  }

  <E> @Nullable E choice(EventField field, Class<E> type) {
    return type.cast(values[field.ordinal()]);
  }

  @Nullable Integer whole(EventField field) {
    return (Integer) values[field.ordinal()];
  }

  @Nullable Double number(EventField field) {
    return (Double) values[field.ordinal()];
  }

  @SuppressWarnings("unchecked")
  <E> List<E> list(EventField field) {
    Object value = values[field.ordinal()];
    return value == null ? List.of() : (List<E>) value;
  }

  @SuppressWarnings("unchecked")
  <K, V> Map<K, V> map(EventField field) {
    Object value = values[field.ordinal()];
    return value == null ? Map.of() : (Map<K, V>) value;
  }

  Object needed(EventField field) {
    Object value = values[field.ordinal()];
    if (value == null) {
      throw new InvalidEvent(ErrorCode.MISSING_FIELD, field.wire(), null, field.expected());
    }
    return value;
  }
}
