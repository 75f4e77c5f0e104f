// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.calendar;

import io.tideboard.core.clock.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The intervals and days of a queue, in its own time zone. An interval is closed at its start and
 * open at its end; a day may have 23 or 25 hours.
 *
 * <p>Not safe for use by several threads: it remembers the last stretch of constant offset, since
 * looking one up costs more than everything else done to an event.
 */
public final class QueueCalendar {

  /** Rolling windows move in steps of so many microseconds. */
  public static final long SLOT = 10 * Micros.SECOND;

  private final ZoneId zone;
  private final ZoneRules rules;
  private final LocalTime dayStart;
  private final long interval;

  private long constantFrom = Long.MAX_VALUE;
  private long constantUntil = Long.MIN_VALUE;
  private long offset;
  private long dayFrom = Long.MAX_VALUE;
  private long dayUntil = Long.MIN_VALUE;

  /**
   * @param dayStart when a new day begins, local time
   * @param interval length of an interval; must divide a day
   */
  public QueueCalendar(ZoneId zone, LocalTime dayStart, Duration interval) {
    long length = Micros.of(interval);
    if (length <= 0 || Micros.of(Duration.ofDays(1)) % length != 0) {
      throw new IllegalArgumentException(interval + " as interval: expected a divisor of a day");
    }
    this.zone = zone;
    this.rules = zone.getRules();
    this.dayStart = dayStart;
    this.interval = length;
  }

  /** The start of the interval that holds {@code at}. */
  public long intervalStart(long at) {
    settle(at);
    long local = at + offset;
    return Math.max(local - Math.floorMod(local, interval) - offset, constantFrom);
  }

  /** The start of the interval after the one that holds {@code at}. */
  public long intervalEnd(long at) {
    settle(at);
    long local = at + offset;
    return Math.min(local - Math.floorMod(local, interval) + interval - offset, constantUntil);
  }

  /** The start of the slot of a rolling window that holds {@code at}. */
  public static long slotStart(long at) {
    return at - Math.floorMod(at, SLOT);
  }

  /** The start of the day that holds {@code at}. */
  public long dayStart(long at) {
    if (at < dayFrom || at >= dayUntil) {
      ZonedDateTime local = Micros.instant(at).atZone(zone);
      ZonedDateTime start = local.toLocalDate().atTime(dayStart).atZone(zone);
      if (start.isAfter(local)) {
        start = local.toLocalDate().minusDays(1).atTime(dayStart).atZone(zone);
      }
      dayFrom = Micros.of(start.toInstant());
      dayUntil =
          Micros.of(start.toLocalDate().plusDays(1).atTime(dayStart).atZone(zone).toInstant());
    }
    return dayFrom;
  }

  /** Length of an interval in microseconds, where no change of offset cuts it short. */
  public long interval() {
    return interval;
  }

  private void settle(long at) {
    if (at >= constantFrom && at < constantUntil) {
      return;
    }
    Instant instant = Micros.instant(at);
    offset = rules.getOffset(instant).getTotalSeconds() * Micros.SECOND;
    ZoneOffsetTransition next = rules.nextTransition(instant);
    ZoneOffsetTransition last = rules.previousTransition(instant.plusNanos(1));
    constantUntil = next == null ? Long.MAX_VALUE : Micros.of(next.getInstant());
    constantFrom = last == null ? Long.MIN_VALUE / 2 : Micros.of(last.getInstant());
  }
}
