// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The spellings and numbers of one enumeration, worked out once. */
final class Spellings {

  private static final ClassValue<Spellings> KNOWN =
      new ClassValue<>() {
        @Override
        protected Spellings computeValue(Class<?> type) {
          return new Spellings((Enum<?>[]) type.getEnumConstants());
        }
      };

  private final Enum<?>[] constants;
  private final String[] wire;
  private final Map<String, Enum<?>> byWire = new HashMap<>();

  private Spellings(Enum<?>[] constants) {
    this.constants = constants;
    wire = new String[constants.length];
    for (Enum<?> constant : constants) {
      String spelling = constant.name().toLowerCase(Locale.ROOT);
      wire[constant.ordinal()] = spelling;
      byWire.put(spelling, constant);
    }
  }

  static Spellings of(Class<?> type) {
    return KNOWN.get(type);
  }

  String of(Enum<?> constant) {
    return wire[constant.ordinal()];
  }

  Enum<?> parse(String field, String value) {
    Enum<?> constant = byWire.get(value);
    if (constant == null) {
      throw new InvalidEvent(ErrorCode.INVALID_VALUE, field, value, expected());
    }
    return constant;
  }

  /** The constant of a number in the compact form, counted from 1; null when it has none. */
  @Nullable Enum<?> ofNumber(int number) {
    return number < 1 || number > constants.length ? null : constants[number - 1];
  }

  String expected() {
    return "one of " + String.join(", ", wire);
  }
}
