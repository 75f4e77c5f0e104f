// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import io.tideboard.core.clock.Micros;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A made-up queue whose demand is known: open from 08:00 to 18:00 on weekdays, most on Mondays,
 * most in the late morning, with days that differ as a whole.
 */
final class Center {

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
  static final DemandTerms TERMS = new DemandTerms(ZONE, Duration.ofMinutes(30));

  private static final int OPENS = 16;
  private static final int CLOSES = 36;

  final DemandModel model = new DemandModel();
  DemandTerms terms = TERMS;
  private final Random random = new Random(5);
  private final double size;
  private double daySd;

  /**
   * @param size contacts of a usual interval
   */
  Center(double size) {
    this.size = size;
  }

  /** Days differ as a whole by that standard deviation. */
  Center withDaySd(double sd) {
    this.daySd = sd;
    return this;
  }

  /** What to expect of an interval of a plain day, by its slot of half an hour. */
  double expected(LocalDate date, int slot) {
    DayOfWeek weekday = date.getDayOfWeek();
    if (slot < OPENS || slot >= CLOSES || weekday.getValue() > 5) {
      return 0;
    }
    double hump = 0.6 + 0.8 * Math.sin(Math.PI * (slot - OPENS + 1) / (CLOSES - OPENS + 1));
    return size * hump * (weekday == DayOfWeek.MONDAY ? 1.3 : 1);
  }

  /** Plain weekdays, one after the other. */
  LocalDate plainDays(LocalDate from, int days) {
    LocalDate date = from;
    for (int i = 0; i < days; i++) {
      day(date, expected -> expected);
      date = date.plusDays(1);
    }
    return date;
  }

  /** A whole day whose expectation is changed; none on a weekend. */
  void day(LocalDate date, DoubleUnaryOperator changed) {
    if (date.getDayOfWeek().getValue() <= 5) {
      actuals(date, LocalTime.MAX, changed).forEach(actual -> model.tell(terms, actual));
    }
  }

  /** What comes until a time of day. */
  List<IntervalActual> actuals(LocalDate date, LocalTime until, DoubleUnaryOperator changed) {
    List<IntervalActual> actuals = new ArrayList<>();
    double factor = Math.exp(daySd * random.nextGaussian());
    for (int slot = OPENS; slot < CLOSES; slot++) {
      LocalTime time = LocalTime.MIDNIGHT.plusMinutes(30L * slot);
      if (time.isBefore(until)) {
        double rate = changed.applyAsDouble(expected(date, slot) * factor);
        actuals.add(new IntervalActual(at(date, time), poisson(rate)));
      }
    }
    return actuals;
  }

  List<IntervalForecast> asOf(LocalDate date, String time, int daysAhead) {
    return model.forecast(terms, at(date, LocalTime.parse(time)), daysAhead);
  }

  static long at(LocalDate date, LocalTime time) {
    return Micros.of(date.atTime(time).atZone(ZONE).toInstant());
  }

  static LocalDate dateOf(IntervalForecast forecast) {
    return Micros.instant(forecast.start()).atZone(ZONE).toLocalDate();
  }

  /** Expected contacts of the forecasts of one day. */
  static double total(List<IntervalForecast> forecasts, LocalDate date) {
    return forecasts.stream()
        .filter(forecast -> dateOf(forecast).equals(date))
        .mapToDouble(IntervalForecast::contacts)
        .sum();
  }

  /** Expected contacts of a plain day. */
  double total(LocalDate date) {
    double sum = 0;
    for (int slot = OPENS; slot < CLOSES; slot++) {
      sum += expected(date, slot);
    }
    return sum;
  }

  private int poisson(double rate) {
    if (rate > 200) {
      return (int) Math.max(0, Math.round(rate + Math.sqrt(rate) * random.nextGaussian()));
    }
    double left = Math.exp(-rate);
    double draw = random.nextDouble();
    int count = 0;
    while (draw > left && count < 1000) {
      draw *= random.nextDouble();
      count++;
    }
    return count;
  }
}
