// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

/**
 * An enumeration whose constants have a fixed spelling on the wire, independent of Java's. In the
 * compact form a constant is its place in the enumeration, counted from 1: new constants go to the
 * end.
 */
public interface WireName {

  /** The constant's name, provided by every enum. */
  String name();

  /** The constant's place, provided by every enum. */
  int ordinal();

  /** The spelling in JSON: the constant's name in lower case. */
  default String wire() {
    Enum<?> constant = (Enum<?>) this;
    return Spellings.of(constant.getDeclaringClass()).of(constant);
  }

  /** The number in the compact form, 1 or more. */
  default int number() {
    return ordinal() + 1;
  }

  /**
   * The constant of {@code type} spelt {@code value} on the wire.
   *
   * @throws InvalidEvent {@code invalid_value}, naming the field and every spelling that is allowed
   */
  static <E extends Enum<E> & WireName> E parse(Class<E> type, String field, String value) {
    return type.cast(Spellings.of(type).parse(field, value));
  }
}
