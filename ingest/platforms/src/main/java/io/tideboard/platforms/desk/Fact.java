// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.platforms.support.Ids;
import java.time.Instant;

/**
 * One thing that a desk tells, which may be several events of ours.
 *
 * @param source the source of the events
 * @param id the desk's own id of it: each event's id is this and the name of its type
 * @param at when it happened
 */
public record Fact(String source, String id, Instant at) {

  /** An event of that type, to which fields can be added. */
  public EventDraft draft(EventType type) {
    String wire = type.wire();
    return new EventDraft(type)
        .set(EventField.ID, Ids.of(id, wire.substring(wire.indexOf('.') + 1)))
        .set(EventField.SOURCE, source)
        .set(EventField.TIME, at);
  }
}
