// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import java.util.List;
import java.util.Map;

/**
 * What a delivery tells: received entries = those that became events + refused + ignored.
 *
 * @param events in the order in which they happened as far as the delivery tells
 * @param refused entries of a known kind that cannot be an event, with the reason
 * @param ignored how many entries were of no concern, by their kind as the platform names it
 */
public record Translation(
    List<Event> events, List<InvalidEvent> refused, Map<String, Integer> ignored) {

  public Translation {
    events = List.copyOf(events);
    refused = List.copyOf(refused);
    ignored = Map.copyOf(ignored);
  }

  /** Those events and nothing else. */
  public static Translation of(List<Event> events) {
    return new Translation(events, List.of(), Map.of());
  }

  /** One entry of a kind that is of no concern. */
  public static Translation ignoring(String kind) {
    return new Translation(List.of(), List.of(), Map.of(kind, 1));
  }
}
