// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.events.Event;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where the events of a connection go. */
public interface EventSink {

  /** What became of events that were sent. */
  enum Receipt {
    /**
     * None of them needs to be sent again: each is durable, or will never be accepted and has been
     * recorded as rejected.
     */
    ACKNOWLEDGED,
    /** Nothing is known to be durable: the same events come again. */
    REFUSED
  }

  /**
   * Takes events, in order. A connection has one call under way at a time. An answer that fails, or
   * does not come in time, counts as {@link Receipt#REFUSED}: the same events come again with the
   * same ids, so that whoever has them already knows them.
   *
   * @param events at least one
   */
  CompletionStage<Receipt> send(List<Event> events);
}
