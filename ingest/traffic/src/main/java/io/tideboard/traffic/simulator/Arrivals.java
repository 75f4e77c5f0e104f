// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many contacts come, by time of day.
 *
 * @param perHour contacts an hour at given local times, joined by straight lines, the last with the
 *     first across midnight; at least one, each 0 or more
 * @param saturday factor on Saturdays, 0 or more; 1 unless said
 * @param sunday factor on Sundays, 0 or more; 1 unless said
 */
public record Arrivals(
    Map<LocalTime, Double> perHour, @Nullable Double saturday, @Nullable Double sunday) {

  private static final double SECONDS_A_DAY = 86_400;

  public Arrivals {
    if (perHour == null || perHour.isEmpty()) {
      throw new IllegalArgumentException("perHour is empty: expected at least one time of day");
    }
    perHour.forEach((time, rate) -> Checks.atLeast(0, "perHour." + time, rate));
    perHour = java.util.Collections.unmodifiableMap(new TreeMap<>(perHour));
    saturday = Checks.atLeast(0, "saturday", saturday == null ? 1.0 : saturday);
    sunday = Checks.atLeast(0, "sunday", sunday == null ? 1.0 : sunday);
  }

  /** The expected contacts an hour at that local time, before the day factor. */
  public double at(DayOfWeek day, LocalTime time) {
    return interpolated(time) * factor(day);
  }

  Arrivals times(double factor) {
    Map<LocalTime, Double> scaled = new TreeMap<>();
    perHour.forEach((time, rate) -> scaled.put(time, rate * factor));
    return new Arrivals(scaled, saturday, sunday);
  }

  private double factor(DayOfWeek day) {
    return switch (day) {
      case SATURDAY -> saturday == null ? 1 : saturday;
      case SUNDAY -> sunday == null ? 1 : sunday;
      default -> 1;
    };
  }

  private double interpolated(LocalTime time) {
    NavigableMap<LocalTime, Double> points = (TreeMap<LocalTime, Double>) new TreeMap<>(perHour);
    Map.Entry<LocalTime, Double> before = points.floorEntry(time);
    Map.Entry<LocalTime, Double> after = points.higherEntry(time);
    before = before == null ? points.lastEntry() : before;
    after = after == null ? points.firstEntry() : after;
    double span = secondsBetween(before.getKey(), after.getKey());
    double share = span == 0 ? 0 : secondsBetween(before.getKey(), time) / span;
    return before.getValue() + (after.getValue() - before.getValue()) * share;
  }

  private static double secondsBetween(LocalTime from, LocalTime to) {
    double seconds = to.toSecondOfDay() - from.toSecondOfDay();
    return seconds < 0 ? seconds + SECONDS_A_DAY : seconds;
  }
}
