// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made of something that a platform sent.
 *
 * @param events in their order
 * @param refused why other parts of it became no events
 * @param unreadable why nothing became of it as a whole; null when it could be read
 * @param original what was sent. Where in it customers stand is not known, so it is never kept
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Translated(
    List<Event> events,
    List<InvalidEvent> refused,
    @Nullable InvalidEvent unreadable,
    byte[] original) {

  private static final byte[] NOTHING = {};

  public Translated {
    events = List.copyOf(events);
    refused = List.copyOf(refused);
  }

  /** Those events, and nothing that was refused. */
  public static Translated of(List<Event> events) {
    return new Translated(events, List.of(), null, NOTHING);
  }

  /** Nothing, because it could not be read. */
  public static Translated unreadable(InvalidEvent why, byte[] original) {
    return new Translated(List.of(), List.of(), why, original);
  }
}
