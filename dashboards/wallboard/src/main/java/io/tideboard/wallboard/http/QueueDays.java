// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueDefinitions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One day, of each queue its own: in its time zone, from its start of a day. For one request. */
final class QueueDays {

  /** The longest that a day of any queue may have lasted. */
  private static final Duration LONGEST = Duration.ofHours(25);

  private record Day(QueueCalendar calendar, long start) {}

  private final QueueDefinitions catalog;
  private final @Nullable LocalDate date;
  private final Instant now;
  private final Map<String, Day> days = new HashMap<>();

  /**
   * @param date the day that begins on that date; null for the one that it is now
   */
  QueueDays(QueueDefinitions catalog, @Nullable LocalDate date, Instant now) {
    this.catalog = catalog;
    this.date = date;
    this.now = now;
  }

  /** Whether that instant, in microseconds, belongs to the queue's day. */
  boolean hold(String queue, long at) {
    Day day = of(queue);
    return day.calendar.dayStart(at) == day.start;
  }

  /**
   * When the day begins in that queue, in microseconds; where none is named, in the first of all.
   */
  long start(@Nullable String queue) {
    if (queue != null) {
      return of(queue).start;
    }
    return date == null
        ? Micros.of(now.minus(LONGEST))
        : Micros.of(date.atStartOfDay(ZoneOffset.MAX).toInstant());
  }

  private Day of(String queue) {
    return days.computeIfAbsent(
        queue,
        name -> {
          QueueDefinition its = catalog.of(name);
          QueueCalendar calendar = its.calendar();
          long start =
              date == null
                  ? calendar.dayStart(Micros.of(now))
                  : Micros.of(date.atTime(its.dayStart()).atZone(its.timeZone()).toInstant());
          return new Day(calendar, start);
        });
  }
}
