// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SchedulePublished;
import io.tideboard.events.SourceRestarted;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Moves a log in time: the first event to a given instant, all others by as much. */
public final class TimeShift implements Iterator<Event> {

  private final Iterator<Event> events;
  private final Instant start;
  private @Nullable Duration shift;

  /** The events, as if the first one had happened at {@code start}. */
  public TimeShift(Iterator<Event> events, Instant start) {
    this.events = events;
    this.start = start;
  }

  @Override
  public boolean hasNext() {
    return events.hasNext();
  }

  @Override
  public Event next() {
    Event event = events.next();
    if (shift == null) {
      shift = Duration.between(event.header().occurredAt(), start);
    }
    return shifted(event, shift);
  }

  private static Event shifted(Event event, Duration by) {
    EventHeader old = event.header();
    EventHeader header = new EventHeader(old.id(), old.source(), old.occurredAt().plus(by));
    if (event instanceof InteractionEvent e) {
      return new InteractionEvent(header, e.contact(), e.change());
    }
    if (event instanceof AgentStateChanged e) {
      return new AgentStateChanged(
          header, e.agent(), e.state(), e.reason(), e.queues(), e.capacity());
    }
    if (event instanceof SchedulePublished e) {
      return new SchedulePublished(
          header, e.queue(), e.interval().plus(by), e.minutes(), e.agents());
    }
    if (event instanceof QueueSnapshot e) {
      return new QueueSnapshot(
          header,
          e.queue(),
          e.waiting().stream()
              .map(w -> new QueueSnapshot.Waiting(w.interaction(), w.since().plus(by)))
              .toList());
    }
    if (event instanceof AgentSnapshot e) {
      return new AgentSnapshot(
          header,
          e.agents().stream()
              .map(
                  a ->
                      new AgentSnapshot.Standing(
                          a.agent(), a.state(), a.since().plus(by), a.queues()))
              .toList());
    }
    return new SourceRestarted(header);
  }
}
