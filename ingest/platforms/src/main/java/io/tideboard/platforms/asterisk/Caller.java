// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param number null when withheld
 * @param attributes of the call
 */
record Caller(@Nullable String number, Map<String, String> attributes) {

  static final Caller UNKNOWN = new Caller(null, Map.of());
}
