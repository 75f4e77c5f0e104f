// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import io.tideboard.events.InvalidEvent;
import io.tideboard.events.Limits;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keys of customers as platforms write them. */
public final class Customers {

  private static final String[] SCHEMES = {"tel:", "whatsapp:", "mailto:"};

  private Customers() {}

  /**
   * An address without its scheme, so that a number is the same customer on every channel; null
   * when there is none, or when it is too long to be a customer's key.
   */
  public static @Nullable String address(@Nullable String address) {
    if (address == null) {
      return null;
    }
    String key = address.strip();
    for (String scheme : SCHEMES) {
      if (key.regionMatches(true, 0, scheme, 0, scheme.length())) {
        key = key.substring(scheme.length());
      }
    }
    return key.isEmpty() || key.length() > Limits.CUSTOMER ? null : key;
  }

  /** What is read there; null when it is of the wrong type, since a refusal would show it. */
  public static @Nullable String orNone(Supplier<@Nullable String> reading) {
    try {
      return reading.get();
    } catch (InvalidEvent e) {
      return null;
    }
  }
}
