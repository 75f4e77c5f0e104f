// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The platform's own list of who waits in a queue, to repair what was missed. */
public record QueueSnapshot(EventHeader header, String queue, List<Waiting> waiting)
    implements Event {

  /** One interaction that waits, and since when. */
  public record Waiting(String interaction, Instant since) {
    public Waiting {
      Limits.text("waiting.interaction", interaction, Limits.ID);
      Limits.time("waiting.since", since);
      since = Limits.micros(since);
    }
  }

  public QueueSnapshot {
    Limits.text("queue", queue, Limits.ID);
    Limits.size("waiting", waiting.size(), Limits.SNAPSHOT);
    waiting = List.copyOf(waiting);
  }

  @Override
  public EventType type() {
    return EventType.QUEUE_SNAPSHOT;
  }

  @Override
  public String key() {
    return queue;
  }

  @Override
  public void describe(FieldWriter out) throws IOException {
    out.text(EventField.QUEUE, queue);
    out.waiting(EventField.WAITING, waiting);
  }

  @Override
  public QueueSnapshot withHeader(EventHeader header) {
    return new QueueSnapshot(header, queue, waiting);
  }
}
