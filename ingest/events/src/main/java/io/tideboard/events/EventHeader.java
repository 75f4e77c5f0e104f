// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.time.Instant;

/**
 * What every event has.
 *
 * @param id unique within {@code source}, 1 to 128 characters; (source, id) tells duplicates
 * @param source the sending system, 1 to 128 characters
 * @param occurredAt when it happened, not when it was sent; kept to the microsecond
 */
public record EventHeader(String id, String source, Instant occurredAt) {

  public EventHeader {
    Limits.text("id", id, Limits.ID);
    Limits.text("source", source, Limits.ID);
    Limits.time("time", occurredAt);
    occurredAt = Limits.micros(occurredAt);
  }

  /** A 64-bit digest of (source, id), by which duplicates are known. */
  public long digest() {
    return Digest.of(source, id);
  }

  /** The same header, sent by another system. */
  public EventHeader withSource(String source) {
    return new EventHeader(id, source, occurredAt);
  }
}
