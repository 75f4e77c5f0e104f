// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import io.tideboard.core.clock.Micros;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * The intervals of one day of a queue, in the order in which they come. Where the clocks change it
 * has fewer or more of them than others: an hour that is skipped is not there, one that comes twice
 * is there twice. They are cut as {@link io.tideboard.core.calendar.QueueCalendar} cuts them.
 *
 * @param date on which the day begins
 * @param starts of the intervals, in microseconds, rising; and after them the end of the day
 * @param slots which of the intervals of a plain day it is, by the clocks on the wall, from 0
 */
public record BusinessDay(LocalDate date, long[] starts, int[] slots) {

  /** The date of the day that holds the instant, in microseconds. */
  public static LocalDate dateOf(DemandTerms terms, long at) {
    ZonedDateTime local = Micros.instant(at).atZone(terms.timeZone());
    LocalDate date = local.toLocalDate();
    return local.isBefore(date.atTime(terms.dayStart()).atZone(terms.timeZone()))
        ? date.minusDays(1)
        : date;
  }

  /** The day of that date; it may have no interval, where the zone leaves out a date. */
  public static BusinessDay of(DemandTerms terms, LocalDate date) {
    Instant begin = date.atTime(terms.dayStart()).atZone(terms.timeZone()).toInstant();
    long from = Micros.of(begin);
    long until =
        Micros.of(date.plusDays(1).atTime(terms.dayStart()).atZone(terms.timeZone()).toInstant());
    long interval = Micros.of(terms.interval());
    long[] starts = new long[2 * terms.slots() + 2];
    int[] slots = new int[2 * terms.slots() + 1];
    Offsets offsets = new Offsets(terms.timeZone().getRules(), from);
    int count = 0;
    long at = from;
    while (at < until) {
      offsets.settle(at);
      long local = at + offsets.offset;
      starts[count] = at;
      slots[count++] =
          (int)
              Math.floorMod(
                  Math.floorDiv(local, interval) - dayStartInIntervals(terms), terms.slots());
      long end = local - Math.floorMod(local, interval) + interval - offsets.offset;
      at = Math.min(Math.min(end, offsets.until), until);
    }
    starts[count] = until;
    return new BusinessDay(date, Arrays.copyOf(starts, count + 1), Arrays.copyOf(slots, count));
  }

  private static long dayStartInIntervals(DemandTerms terms) {
    return terms.dayStart().toSecondOfDay() / terms.interval().toSeconds();
  }

  /** How many intervals it has. */
  public int length() {
    return slots.length;
  }

  /** Which interval holds the instant; -1 when that is not on this day. */
  public int indexOf(long at) {
    if (at < starts[0] || at >= starts[slots.length]) {
      return -1;
    }
    int found = Arrays.binarySearch(starts, at);
    return found >= 0 ? found : -found - 2;
  }

  /** The offset that holds, and until when. */
  private static final class Offsets {

    private final ZoneRules rules;
    private long offset;
    private long until;

    Offsets(ZoneRules rules, long at) {
      this.rules = rules;
      this.until = at;
    }

    void settle(long at) {
      if (at < until) {
        return;
      }
      Instant instant = Micros.instant(at);
      offset = rules.getOffset(instant).getTotalSeconds() * Micros.SECOND;
      ZoneOffsetTransition next = rules.nextTransition(instant);
      until = next == null ? Long.MAX_VALUE : Micros.of(next.getInstant());
    }
  }
}
