// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.direct;

import static io.tideboard.events.EventField.AGENT;
import static io.tideboard.events.EventField.ATTRIBUTES;
import static io.tideboard.events.EventField.AUTHOR;
import static io.tideboard.events.EventField.BY;
import static io.tideboard.events.EventField.CHANNEL;
import static io.tideboard.events.EventField.CUSTOMER;
import static io.tideboard.events.EventField.DIRECTION;
import static io.tideboard.events.EventField.ID;
import static io.tideboard.events.EventField.INITIATIVE;
import static io.tideboard.events.EventField.INTERACTION;
import static io.tideboard.events.EventField.QUEUE;
import static io.tideboard.events.EventField.REASON;
import static io.tideboard.events.EventField.SOURCE;
import static io.tideboard.events.EventField.STATE;
import static io.tideboard.events.EventField.TIME;
import static io.tideboard.events.EventField.TO_AGENT;
import static io.tideboard.events.EventField.TO_QUEUE;

import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The usual shape of a type's events: which fields it must have, which it may have, and in which
 * order the compact form has them. Types that are rare, or whose fields depend on each other, have
 * none.
 *
 * @param needed bits of the fields without which it is refused
 * @param known bits of the fields that it may have; others of ours would be ignored
 * @param written the fields after the header, in the order of the compact form
 * @param key the field by which it is found again
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Shape(EventType type, int needed, int known, EventField[] written, EventField key) {

  private static final List<EventField> CONTACT =
      List.of(INTERACTION, CHANNEL, QUEUE, AGENT, CUSTOMER, DIRECTION, INITIATIVE, ATTRIBUTES);

  private static final Map<EventType, Shape> BY_TYPE = new EnumMap<>(EventType.class);

  static {
    contact(EventType.INTERACTION_CREATED, List.of());
    contact(EventType.INTERACTION_QUEUED, List.of(), QUEUE);
    contact(EventType.INTERACTION_OFFERED, List.of(), AGENT);
    contact(EventType.INTERACTION_ANSWERED, List.of(), AGENT);
    contact(EventType.INTERACTION_HELD, List.of());
    contact(EventType.INTERACTION_RESUMED, List.of());
    contact(EventType.INTERACTION_MESSAGE, List.of(AUTHOR), AUTHOR);
    contact(EventType.INTERACTION_TRANSFERRED, List.of(TO_QUEUE, TO_AGENT));
    contact(EventType.INTERACTION_ESCALATED, List.of(TO_QUEUE, REASON));
    contact(EventType.INTERACTION_ABANDONED, List.of());
    contact(EventType.INTERACTION_CALLBACK_REQUESTED, List.of());
    contact(EventType.INTERACTION_ENDED, List.of(BY));
    contact(EventType.INTERACTION_WRAPPED_UP, List.of());
    contact(EventType.INTERACTION_RESOLVED, List.of());
    contact(EventType.INTERACTION_REOPENED, List.of());
    contact(EventType.INTERACTION_CONTAINED, List.of());
    shape(EventType.AGENT_STATE, List.of(AGENT, STATE, REASON), AGENT, STATE);
  }

  /** The shape of that type, or null. */
  static @Nullable Shape of(EventType type) {
    return BY_TYPE.get(type);
  }

  static int bit(EventField field) {
    return 1 << field.ordinal();
  }

  private static void contact(EventType type, List<EventField> more, EventField... needed) {
    List<EventField> written = new ArrayList<>(CONTACT);
    written.addAll(more);
    shape(type, written, INTERACTION, needed);
  }

  private static void shape(
      EventType type, List<EventField> written, EventField key, EventField... needed) {
    int must = bit(ID) | bit(TIME) | bit(key);
    for (EventField field : needed) {
      must |= bit(field);
    }
    int may = must | bit(SOURCE);
    for (EventField field : written) {
      may |= bit(field);
    }
    BY_TYPE.put(type, new Shape(type, must, may, written.toArray(EventField[]::new), key));
  }
}
