// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Requests with new events that happen now. */
final class LiveRequests implements Requests {

  private final Iterator<Event> events;
  private final int eventsARequest;

  LiveRequests(Iterator<Event> events, int eventsARequest) {
    this.events = events;
    this.eventsARequest = eventsARequest;
  }

  @Override
  public ByteBuf next() {
    List<Event> batch = new ArrayList<>(eventsARequest);
    Instant now = Instant.now();
    for (int i = 0; i < eventsARequest; i++) {
      batch.add(happeningAt(now, events.next()));
    }
    return Unpooled.wrappedBuffer(RequestText.of(batch));
  }

  static Event happeningAt(Instant time, Event event) {
    EventHeader header = event.header();
    return event.withHeader(new EventHeader(header.id(), header.source(), time));
  }
}
