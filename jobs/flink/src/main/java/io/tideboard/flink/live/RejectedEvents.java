// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.Rejection;
import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.events.json.EventEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How an accepted event is kept that is not counted after all: as the gateway keeps what it
 * refuses, one JSON object with the reason and the original, keyed by source. Customers are
 * pseudonyms already.
 */
public final class RejectedEvents {

  private RejectedEvents() {}

  /**
   * The record of {@code tideboard.rejected}.
   *
   * @param value the event in the compact form
   * @param expected what would have been right, for people
   */
  public static Publication of(byte[] value, Rejection why, String expected) throws InvalidEvent {
    Event event = CompactForm.decode(value).event();
    String source = event.header().source();
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("code", why.wire());
    form.put("source", source);
    form.put("receivedAt", Micros.instant(CompactForm.receivedAtMicros(value)).toString());
    form.put("field", why == Rejection.TOO_LATE ? "time" : "interaction");
    form.put("message", expected);
    form.put(
        "value", why == Rejection.TOO_LATE ? event.header().occurredAt().toString() : event.key());
    form.put("original", new String(EventEncoder.plain(event), StandardCharsets.UTF_8));
    return new Publication(
        Topics.REJECTED, source, form.toString().getBytes(StandardCharsets.UTF_8));
  }
}
