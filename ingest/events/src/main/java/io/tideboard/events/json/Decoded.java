// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import org.jspecify.annotations.Nullable;

/** What became of one event of a body. */
public sealed interface Decoded {

  /** It is valid. */
  record Valid(Event event) implements Decoded {}

  /**
   * It was refused.
   *
   * @param id its id, when it could be read
   * @param why code, field, value and what was expected
   * @param from index in the body's array of the original's first byte
   * @param to index in the body's array after the original's last byte
   */
  record Refused(@Nullable String id, InvalidEvent why, int from, int to) implements Decoded {}
}
