// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.calendar;

import io.tideboard.core.clock.Micros;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * When a queue is open, in its own time zone.
 *
 * @param days the times of each day that has any; empty when the queue never closes
 */
public record OpeningHours(Map<DayOfWeek, Times> days) implements Serializable {

  /** Never closed. */
  public static final OpeningHours ALWAYS = new OpeningHours(Map.of());

  /** What {@link #parse} understands, for people. */
  public static final String EXPECTED =
      "hours such as {mon-fri: \"08:00-20:00\", sat: \"09:00-14:00\"}";

  private static final List<String> NAMES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  /** From one time of day, and until another that is later. */
  public record Times(LocalTime from, LocalTime until) implements Serializable {

    public Times {
      if (!until.isAfter(from)) {
        throw new IllegalArgumentException(
            from + "-" + until + ": expected an end after the start");
      }
    }

    @Override
    public String toString() {
      return from + "-" + (until.equals(LocalTime.MAX) ? "24:00" : until.toString());
    }
  }

  public OpeningHours {
    days = Map.copyOf(days);
  }

  /** The hours of lines such as {@code mon-fri 08:00-20:00}, with commas between. */
  public static OpeningHours parse(String text) {
    Map<DayOfWeek, Times> days = new EnumMap<>(DayOfWeek.class);
    for (String line : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String[] words = line.strip().split("\\s+", -1);
      require(words.length == 2, line);
      Times times = times(words[1]);
      for (DayOfWeek day : days(words[0])) {
        require(days.put(day, times) == null, line);
      }
    }
    return new OpeningHours(days);
  }

  private static List<DayOfWeek> days(String range) {
    String[] ends = range.toLowerCase(Locale.ROOT).split("-", -1);
    int first = NAMES.indexOf(ends[0]);
    int last = NAMES.indexOf(ends[ends.length - 1]);
    require(ends.length <= 2 && first >= 0 && last >= first, range);
    List<DayOfWeek> days = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      days.add(DayOfWeek.of(i + 1));
    }
    return days;
  }

  private static Times times(String range) {
    String[] ends = range.split("-", -1);
    require(ends.length == 2, range);
    LocalTime until = ends[1].equals("24:00") ? LocalTime.MAX : LocalTime.parse(ends[1]);
    return new Times(LocalTime.parse(ends[0]), until);
  }

  private static void require(boolean holds, String text) {
    if (!holds) {
      throw new IllegalArgumentException("'" + text + "': expected " + EXPECTED);
    }
  }

  /**
   * How much of a stretch of time lies in these hours, in microseconds. Days are as long as the
   * clocks of the zone make them: an hour that is skipped is not there, one that comes twice counts
   * twice.
   *
   * @param from in microseconds since 1970
   * @param to likewise, not before {@code from}
   */
  public long within(long from, long to, ZoneId zone) {
    if (days.isEmpty()) {
      return to - from;
    }
    long open = 0;
    LocalDate last = Micros.instant(to).atZone(zone).toLocalDate();
    LocalDate day = Micros.instant(from).atZone(zone).toLocalDate();
    while (!day.isAfter(last)) {
      Times times = days.get(day.getDayOfWeek());
      if (times != null) {
        long opens = micros(day, times.from(), zone);
        long closes =
            times.until().equals(LocalTime.MAX)
                ? micros(day.plusDays(1), LocalTime.MIDNIGHT, zone)
                : micros(day, times.until(), zone);
        open += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
      }
      day = day.plusDays(1);
    }
    return open;
  }

  private static long micros(LocalDate day, LocalTime time, ZoneId zone) {
    return Micros.of(day.atTime(time).atZone(zone).toInstant());
  }

  /** The lines from which {@link #parse} makes the same hours. */
  String toText() {
    List<String> lines = new ArrayList<>();
    inOrder((day, times) -> lines.add(day + " " + times));
    return String.join(",", lines);
  }

  /** Tells each day's short name and times, Monday first. */
  public void inOrder(BiConsumer<String, Times> told) {
    for (DayOfWeek day : DayOfWeek.values()) {
      Times times = days.get(day);
      if (times != null) {
        told.accept(NAMES.get(day.getValue() - 1), times);
      }
    }
  }
}
