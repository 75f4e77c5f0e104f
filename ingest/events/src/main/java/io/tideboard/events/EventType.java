// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every type of event, with its name on the wire and its number in the compact form. */
public enum EventType {
  INTERACTION_CREATED(1),
  INTERACTION_QUEUED(2),
  INTERACTION_OFFERED(3),
  INTERACTION_DECLINED(4),
  INTERACTION_ANSWERED(5),
  INTERACTION_HELD(6),
  INTERACTION_RESUMED(7),
  INTERACTION_MESSAGE(8),
  INTERACTION_TRANSFERRED(9),
  INTERACTION_ESCALATED(10),
  INTERACTION_ABANDONED(11),
  INTERACTION_DEQUEUED(12),
  INTERACTION_CALLBACK_REQUESTED(13),
  INTERACTION_ENDED(14),
  INTERACTION_WRAPPED_UP(15),
  INTERACTION_RESOLVED(16),
  INTERACTION_REOPENED(17),
  INTERACTION_CONTAINED(18),
  INTERACTION_FEEDBACK(19),
  AGENT_STATE(20),
  QUEUE_SNAPSHOT(21),
  AGENT_SNAPSHOT(22),
  SOURCE_RESTARTED(23),
  SCHEDULE_PUBLISHED(24);

  private static final Map<String, EventType> BY_WIRE = new HashMap<>();
  private static final EventType[] BY_NUMBER = new EventType[values().length + 1];

  static {
    for (EventType type : values()) {
      BY_WIRE.put(type.wire, type);
      BY_NUMBER[type.number] = type;
    }
  }

  private final int number;
  private final String wire;

  EventType(int number) {
    this.number = number;
    this.wire = name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
  }

  /** The number in the compact form; never reused. */
  public int number() {
    return number;
  }

  /** The name in JSON, such as {@code interaction.queued}. */
  public String wire() {
    return wire;
  }

  /** Whether events of this type belong to one interaction. */
  public boolean ofInteraction() {
    return number <= INTERACTION_FEEDBACK.number;
  }

  /**
   * The field that a CloudEvent of this type has as its subject: the interaction, agent or queue;
   * null when events of this type are about their source.
   */
  public @Nullable EventField subject() {
    return switch (this) {
      case AGENT_STATE -> EventField.AGENT;
      case QUEUE_SNAPSHOT, SCHEDULE_PUBLISHED -> EventField.QUEUE;
      case AGENT_SNAPSHOT, SOURCE_RESTARTED -> null;
      default -> EventField.INTERACTION;
    };
  }

  /** The type of that name, or null. */
  public static @Nullable EventType ofWire(String name) {
    return BY_WIRE.get(name);
  }

  /** The type of that number, or null for a number from a later version. */
  public static @Nullable EventType ofNumber(int number) {
    return number < 0 || number >= BY_NUMBER.length ? null : BY_NUMBER[number];
  }
}
