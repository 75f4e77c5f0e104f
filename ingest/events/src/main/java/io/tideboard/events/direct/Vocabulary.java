// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.direct;

import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.Limits;
import io.tideboard.events.Party;
import io.tideboard.events.WireName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that the usual events are made of, and how long their texts may be. */
final class Vocabulary {

  /** Stands for the name {@code type} among the ordinals of fields. */
  static final int TYPE = EventField.values().length;

  /** Names of fields: ordinals of {@link EventField}, and {@link #TYPE}. */
  static final Words NAMES = names();

  /** Names of types that have a shape: their ordinals. */
  static final Words TYPES = types();

  private static final int FIELDS = EventField.values().length;
  private static final @Nullable Words[] CHOICES = new @Nullable Words[FIELDS];
  private static final int[] LONGEST = new int[FIELDS];

  static {
    for (EventField field : EventField.values()) {
      CHOICES[field.ordinal()] = choices(field);
      LONGEST[field.ordinal()] =
          switch (field) {
            case ID, SOURCE, INTERACTION, QUEUE, AGENT, TO_QUEUE, TO_AGENT -> Limits.ID;
            case CUSTOMER -> Limits.CUSTOMER;
            case REASON -> Limits.NAME;
            default -> 0;
          };
    }
  }

  private Vocabulary() {}

  /** The spellings of a field's choices: their numbers; null when it holds none. */
  static @Nullable Words choices(int field) {
    return CHOICES[field];
  }

  /** Bytes of a text that certainly has not too many characters. */
  static int longest(int field) {
    return LONGEST[field];
  }

  private static Words names() {
    Map<String, Integer> names = new HashMap<>(Map.of("type", TYPE));
    for (EventType type : EventType.values()) {
      Shape shape = Shape.of(type);
      if (shape != null) {
        for (EventField field : EventField.values()) {
          if ((shape.known() & Shape.bit(field)) != 0) {
            names.put(field.wire(), field.ordinal());
          }
        }
      }
    }
    return new Words(names);
  }

  private static Words types() {
    Map<String, Integer> types = new HashMap<>();
    for (EventType type : EventType.values()) {
      if (Shape.of(type) != null) {
        types.put(type.wire(), type.ordinal());
      }
    }
    return new Words(types);
  }

  private static @Nullable Words choices(EventField field) {
    if (field.kind() != EventField.Kind.CHOICE) {
      return null;
    }
    Map<String, Integer> spellings = new HashMap<>();
    WireName choice = field.choice(1);
    for (int number = 1; choice != null; choice = field.choice(++number)) {
      boolean refused =
          field == EventField.AUTHOR && choice == Party.SYSTEM
              || field == EventField.BY && choice == Party.BOT;
      if (!refused) {
        spellings.put(choice.wire(), number);
      }
    }
    return new Words(spellings);
  }
}
