// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.util.Arrays;
import java.util.stream.Collectors;

/** An enumeration whose constants have a fixed spelling on the wire, independent of Java's. */
public interface WireName {

  /** The constant's name, provided by every enum. */
  String name();

  /** The spelling in JSON: the constant's name in lower case. */
  default String wire() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * The constant of {@code type} spelt {@code value} on the wire.
   *
   * @throws InvalidEvent {@code invalid_value}, naming the field and every spelling that is allowed
   */
  static <E extends Enum<E> & WireName> E parse(Class<E> type, String field, String value) {
    for (E constant : type.getEnumConstants()) {
      if (constant.wire().equals(value)) {
        return constant;
      }
    }
    String allowed =
        Arrays.stream(type.getEnumConstants())
            .map(WireName::wire)
            .collect(Collectors.joining(", "));
    throw new InvalidEvent(ErrorCode.INVALID_VALUE, field, value, "one of " + allowed);
  }
}
