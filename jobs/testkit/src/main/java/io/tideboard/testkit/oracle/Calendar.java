// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.queue.QueueDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A queue's intervals and days, found by walking from minute to minute. */
final class Calendar {

  private static final Duration SLOT = Duration.ofSeconds(10);

  private final QueueDefinition definition;
  private final Map<Instant, Instant> starts = new HashMap<>();

  Calendar(QueueDefinition definition) {
    this.definition = definition;
  }

  /** The last instant, not after {@code at}, at which an interval starts. */
  Instant intervalStart(Instant at) {
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    return starts.computeIfAbsent(
        minute, from -> walk(from, ChronoUnit.MINUTES.getDuration().negated()));
  }

  /** The first instant after {@code at} at which an interval starts. */
  Instant intervalEnd(Instant at) {
    return walk(at.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60), Duration.ofMinutes(1));
  }

  private Instant walk(Instant from, Duration step) {
    return Stream.iterate(from, instant -> instant.plus(step))
        .filter(this::startsAnInterval)
        .findFirst()
        .orElseThrow();
  }

  /** A full quarter, half or hour of local time, or the moment the clocks are changed. */
  private boolean startsAnInterval(Instant minute) {
    ZonedDateTime local = minute.atZone(definition.timeZone());
    ZonedDateTime before = minute.minusNanos(1).atZone(definition.timeZone());
    return (local.getHour() * 60 + local.getMinute()) % definition.interval().toMinutes() == 0
        || !local.getOffset().equals(before.getOffset());
  }

  /** The last instant, not after {@code at}, at which a day starts. */
  Instant dayStart(Instant at) {
    LocalDate date = at.atZone(definition.timeZone()).toLocalDate();
    Predicate<Instant> begun = start -> !start.isAfter(at);
    return Stream.of(date.plusDays(1), date, date.minusDays(1), date.minusDays(2))
        .map(day -> day.atTime(definition.dayStart()).atZone(definition.timeZone()).toInstant())
        .filter(begun)
        .findFirst()
        .orElseThrow();
  }

  /** The start of the ten seconds, counted from 1970, that hold {@code at}. */
  static Instant slotStart(Instant at) {
    return Instant.ofEpochSecond(
        Math.floorDiv(at.getEpochSecond(), SLOT.getSeconds()) * SLOT.getSeconds());
  }

  /** The first instant that a window of so many minutes, seen at {@code now}, reaches back to. */
  static Instant windowFrom(Instant now, int minutes) {
    return windowTo(now).minus(Duration.ofMinutes(minutes));
  }

  /** The first instant after that window. */
  static Instant windowTo(Instant now) {
    return slotStart(now).plus(SLOT);
  }
}
