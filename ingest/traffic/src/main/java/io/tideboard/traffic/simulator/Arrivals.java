// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Map;
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
    perHour = Collections.unmodifiableMap(new TreeMap<>(perHour));
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
    LocalTime from = null;
    LocalTime to = null;
    for (LocalTime point : perHour.keySet()) {
      if (!point.isAfter(time)) {
        from = point;
      } else if (to == null) {
        to = point;
      }
    }
    from = from == null ? last() : from;
    to = to == null ? first() : to;
    double span = secondsBetween(from, to);
    double share = span == 0 ? 0 : secondsBetween(from, time) / span;
    return rate(from) + (rate(to) - rate(from)) * share;
  }

  private LocalTime first() {
    return perHour.keySet().iterator().next();
  }

  private LocalTime last() {
    return perHour.keySet().stream().reduce(first(), (a, b) -> b);
  }

  private double rate(LocalTime point) {
    return Checks.present("perHour." + point, perHour.get(point));
  }

  private static double secondsBetween(LocalTime from, LocalTime to) {
    double seconds = to.toSecondOfDay() - from.toSecondOfDay();
    return seconds < 0 ? seconds + SECONDS_A_DAY : seconds;
  }
}
