// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.queue.QueueDefinition;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a queue has its days and intervals: what a forecast has to know of it.
 *
 * @param timeZone the queue's time zone
 * @param dayStart when its day begins, local time; with an interval
 * @param interval length of its intervals: whole minutes, 5 to 60, that divide a day
 * @param hours when it is open; {@link OpeningHours#ALWAYS} leaves that to what is observed
 * @param specialDays by date
 */
public record DemandTerms(
    ZoneId timeZone,
    LocalTime dayStart,
    Duration interval,
    OpeningHours hours,
    Map<LocalDate, SpecialDay> specialDays)
    implements Serializable {

  private static final int MINUTES_OF_DAY = 24 * 60;

  public DemandTerms {
    long minutes = interval.toMinutes();
    require(
        interval.equals(Duration.ofMinutes(minutes))
            && minutes >= 5
            && minutes <= 60
            && MINUTES_OF_DAY % minutes == 0,
        interval + " as interval: expected 5 to 60 minutes that divide a day");
    require(
        dayStart.toNanoOfDay() % interval.toNanos() == 0,
        dayStart + " as dayStart: expected a multiple of the interval, " + interval);
    specialDays = Map.copyOf(new TreeMap<>(specialDays));
  }

  /** Days of midnight to midnight, hours as observed, no special days. */
  public DemandTerms(ZoneId timeZone, Duration interval) {
    this(timeZone, LocalTime.MIDNIGHT, interval, OpeningHours.ALWAYS, Map.of());
  }

  /** The terms of a queue as it is defined. */
  public static DemandTerms of(QueueDefinition queue) {
    return new DemandTerms(
        queue.timeZone(), queue.dayStart(), queue.interval(), queue.hours(), Map.of());
  }

  /** The same with these special days; of two on one date the later in the list holds. */
  public DemandTerms with(List<SpecialDay> days) {
    Map<LocalDate, SpecialDay> byDate = new TreeMap<>();
    days.forEach(day -> byDate.put(day.date(), day));
    return new DemandTerms(timeZone, dayStart, interval, hours, byDate);
  }

  /** The same with days that begin at that time. */
  DemandTerms withDayStart(LocalTime dayStart) {
    return new DemandTerms(timeZone, dayStart, interval, hours, specialDays);
  }

  /** What is special of that day; null when nothing is. */
  @Nullable SpecialDay special(LocalDate date) {
    return specialDays.get(date);
  }

  /** How many intervals a day of 24 hours has. */
  int slots() {
    return MINUTES_OF_DAY / minutes();
  }

  /** Length of an interval. */
  int minutes() {
    return (int) interval.toMinutes();
  }

  /** Whether its days and intervals are cut as those of the other are. */
  boolean cutsLike(DemandTerms other) {
    return timeZone.equals(other.timeZone)
        && dayStart.equals(other.dayStart)
        && interval.equals(other.interval);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
