// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.io.IOException;

/** The sending system restarted: interactions that it had open are lost, not abandoned. */
public record SourceRestarted(EventHeader header) implements Event {

  @Override
  public EventType type() {
    return EventType.SOURCE_RESTARTED;
  }

  @Override
  public String key() {
    return header.source();
  }

  @Override
  public void describe(FieldWriter out) throws IOException {
    // Nothing but the header.
  }

  @Override
  public SourceRestarted withHeader(EventHeader header) {
    return new SourceRestarted(header);
  }
}
