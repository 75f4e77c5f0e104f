// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.calendar;

import io.tideboard.core.clock.Micros;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * The intervals and days of a queue, in its own time zone. An interval is closed at its start and
 * open at its end; a day may have 23 or 25 hours.
 *
 * <p>A calendar may follow a former one from some instant on: what happened before belongs to the
 * intervals in which it was counted. Days are those of the present calendar, also the present day.
 *
 * <p>Not safe for use by several threads: it remembers the last stretch of constant offset, since
 * looking one up costs more than everything else done to an event.
 */
public final class QueueCalendar {

  /** Rolling windows move in steps of so many microseconds. */
  public static final long SLOT = 10 * Micros.SECOND;

  /** So many former calendars are remembered: nobody corrects what is older. */
  private static final int MOST = 16;

  private final ZoneId zone;
  private final ZoneRules rules;
  private final LocalTime dayStart;
  private final long interval;
  private final OpeningHours hours;

  /** What held before {@link #from}; null of the first. */
  private final @Nullable QueueCalendar former;

  private final long from;

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
    this(zone, dayStart, interval, OpeningHours.ALWAYS);
  }

  /**
   * @param dayStart when a new day begins, local time
   * @param interval length of an interval; must divide a day
   */
  public QueueCalendar(ZoneId zone, LocalTime dayStart, Duration interval, OpeningHours hours) {
    long length = Micros.of(interval);
    if (length <= 0 || Micros.of(Duration.ofDays(1)) % length != 0) {
      throw new IllegalArgumentException(interval + " as interval: expected a divisor of a day");
    }
    this.zone = zone;
    this.rules = zone.getRules();
    this.dayStart = dayStart;
    this.interval = length;
    this.hours = hours;
    this.former = null;
    this.from = Long.MIN_VALUE;
  }

  private QueueCalendar(QueueCalendar present, @Nullable QueueCalendar former, long from) {
    this.zone = present.zone;
    this.rules = present.rules;
    this.dayStart = present.dayStart;
    this.interval = present.interval;
    this.hours = present.hours;
    this.former = former;
    this.from = from;
  }

  /** This calendar from that instant on, and before it the former one. */
  public QueueCalendar following(QueueCalendar former, long from) {
    return new QueueCalendar(this, former.asOf(from).latest(MOST), from);
  }

  /** Only so many of those that followed one another, the latest. */
  private QueueCalendar latest(int most) {
    if (former == null) {
      return this;
    }
    return most == 1
        ? new QueueCalendar(this, null, Long.MIN_VALUE)
        : new QueueCalendar(this, former.latest(most - 1), from);
  }

  /** Without what would have held from that instant on. */
  private QueueCalendar asOf(long instant) {
    return former != null && from >= instant ? former.asOf(instant) : this;
  }

  /** Whether its days, intervals and hours are those of the other, whatever was before. */
  public boolean isLike(QueueCalendar other) {
    return zone.equals(other.zone)
        && dayStart.equals(other.dayStart)
        && interval == other.interval
        && hours.equals(other.hours);
  }

  /** The start of the interval that holds {@code at}. */
  public long intervalStart(long at) {
    if (former != null && at < from) {
      return former.intervalStart(at);
    }
    settle(at);
    long local = at + offset;
    long start = Math.max(local - Math.floorMod(local, interval) - offset, constantFrom);
    return Math.max(start, from);
  }

  /** The start of the interval after the one that holds {@code at}. */
  public long intervalEnd(long at) {
    if (former != null && at < from) {
      return Math.min(former.intervalEnd(at), from);
    }
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

  /**
   * Length in microseconds of the interval that holds {@code at}, where nothing cuts it short: no
   * change of offset, and no other calendar.
   */
  public long interval(long at) {
    return former != null && at < from ? former.interval(at) : interval;
  }

  /**
   * How much of a stretch of time lies in the opening hours that held at its end, in microseconds.
   */
  public long inHours(long begin, long end) {
    return former != null && end < from
        ? former.inHours(begin, end)
        : hours.within(begin, end, zone);
  }

  /** Writes it, and those before it. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(zone.getId());
    out.writeInt(dayStart.toSecondOfDay());
    out.writeInt((int) (interval / (60 * Micros.SECOND)));
    out.writeUTF(hours.toText());
    out.writeLong(from);
    out.writeBoolean(former != null);
    if (former != null) {
      former.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static QueueCalendar read(DataInput in) throws IOException {
    QueueCalendar present =
        new QueueCalendar(
            ZoneId.of(in.readUTF()),
            LocalTime.ofSecondOfDay(in.readInt()),
            Duration.ofMinutes(in.readInt()),
            OpeningHours.parse(in.readUTF()));
    long from = in.readLong();
    return in.readBoolean() ? new QueueCalendar(present, read(in), from) : present;
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
