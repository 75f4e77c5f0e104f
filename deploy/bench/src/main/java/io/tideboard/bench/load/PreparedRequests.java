// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tideboard.events.Event;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Requests that were written beforehand, in turn and then from the first again. */
final class PreparedRequests implements Requests {

  private final List<ByteBuf> requests;
  private int next;

  private PreparedRequests(List<ByteBuf> requests) {
    this.requests = requests;
  }

  /** All events of the iterator, so many a request; what is left over is left out. */
  static PreparedRequests of(Iterator<Event> events, int eventsARequest) {
    List<ByteBuf> requests = new ArrayList<>();
    List<Event> batch = new ArrayList<>(eventsARequest);
    while (events.hasNext()) {
      batch.add(events.next());
      if (batch.size() == eventsARequest) {
        byte[] text = RequestText.of(batch);
        // Outside the heap, so that nothing is copied on the way to the socket.
        requests.add(Unpooled.directBuffer(text.length).writeBytes(text));
        batch.clear();
      }
    }
    return new PreparedRequests(requests);
  }

  @Override
  public ByteBuf next() {
    ByteBuf request = requests.get(next);
    next = next + 1 == requests.size() ? 0 : next + 1;
    return request.retainedDuplicate();
  }
}
