// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.io.IOException;
import java.time.Instant;

/**
 * Planned staff of a queue for one interval.
 *
 * @param interval the interval's start
 * @param minutes the interval's length, 1 to 1440
 * @param agents how many are planned, 0 to 100 000
 */
public record SchedulePublished(
    EventHeader header, String queue, Instant interval, int minutes, int agents) implements Event {

  public SchedulePublished {
    Limits.text("queue", queue, Limits.ID);
    Limits.time("interval", interval);
    interval = Limits.micros(interval);
    if (minutes < 1 || minutes > 1440) {
      throw new InvalidEvent(
          ErrorCode.INVALID_VALUE, "minutes", String.valueOf(minutes), "a number from 1 to 1440");
    }
    if (agents < 0 || agents > 100_000) {
      throw new InvalidEvent(
          ErrorCode.INVALID_VALUE, "agents", String.valueOf(agents), "a number from 0 to 100000");
    }
  }

  @Override
  public EventType type() {
    return EventType.SCHEDULE_PUBLISHED;
  }

  @Override
  public String key() {
    return queue;
  }

  @Override
  public void describe(FieldWriter out) throws IOException {
    out.text(EventField.QUEUE, queue);
    out.time(EventField.INTERVAL, interval);
    out.whole(EventField.MINUTES, minutes);
    out.whole(EventField.PLANNED_AGENTS, agents);
  }

  @Override
  public SchedulePublished withHeader(EventHeader header) {
    return new SchedulePublished(header, queue, interval, minutes, agents);
  }
}
