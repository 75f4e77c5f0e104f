// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.io.IOException;

/**
 * One thing that happened to one interaction, agent or queue. Immutable and valid: an event that
 * exists can be counted.
 */
public sealed interface Event
    permits InteractionEvent,
        AgentStateChanged,
        QueueSnapshot,
        AgentSnapshot,
        SourceRestarted,
        SchedulePublished {

  /** Id, source and time. */
  EventHeader header();

  /** The type, as named on the wire. */
  EventType type();

  /** What the event is about, and so the Kafka key: the interaction, agent, queue or source. */
  String key();

  /**
   * Tells {@code out} every field but those of the header and the type, in a fixed order.
   *
   * @throws IOException when {@code out} cannot write
   */
  void describe(FieldWriter out) throws IOException;

  /** The same happening under another id, source or time. */
  Event withHeader(EventHeader header);
}
