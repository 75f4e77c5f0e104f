// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.clock.Micros;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Holidays, campaigns, opening hours, and days on which the clocks change. */
class SpecialDaysTest {

  private static final LocalDate TODAY = Center.MONDAY.plusDays(71);

  @Test
  void aClosedDayIsNotForecastAndDoesNotTrain() {
    Center center = new Center(100);
    LocalDate holiday = TODAY.minusDays(7);
    center.terms =
        Center.TERMS.with(
            List.of(SpecialDay.closed(holiday, "holiday"), SpecialDay.closed(TODAY, "holiday")));
    center.plainDays(Center.MONDAY, 64);
    center.day(holiday, rate -> 0.1 * rate);
    for (LocalDate date = holiday.plusDays(1); date.isBefore(TODAY); date = date.plusDays(1)) {
      center.day(date, rate -> rate);
    }
    List<IntervalForecast> forecasts = center.asOf(TODAY, "00:00", 1);
    assertThat(forecasts).isNotEmpty().noneMatch(forecast -> Center.dateOf(forecast).equals(TODAY));
    assertThat(Center.total(forecasts, TODAY.plusDays(1)))
        .isCloseTo(center.total(TODAY.plusDays(1)), Percentage.withPercentage(5));
  }

  @Test
  void aNamedDayIsExpectedToBeAsItsFactorSays() {
    Center center = new Center(100);
    center.terms = Center.TERMS.with(List.of(new SpecialDay(TODAY, "campaign", 1.5)));
    center.plainDays(Center.MONDAY, 71);
    assertThat(Center.total(center.asOf(TODAY, "00:00", 0), TODAY))
        .isCloseTo(1.5 * center.total(TODAY), Percentage.withPercentage(6));
  }

  @Test
  void withoutAFactorANamedDayIsExpectedToBeLikePastDaysOfThatName() {
    Center center = new Center(100);
    LocalDate first = TODAY.minusDays(28);
    LocalDate second = TODAY.minusDays(14);
    center.terms =
        Center.TERMS.with(
            List.of(
                new SpecialDay(first, "billing day", null),
                new SpecialDay(second, "billing day", null),
                new SpecialDay(TODAY, "billing day", null)));
    for (LocalDate date = Center.MONDAY; date.isBefore(TODAY); date = date.plusDays(1)) {
      boolean billing = date.equals(first) || date.equals(second);
      center.day(date, rate -> billing ? 1.6 * rate : rate);
    }
    List<IntervalForecast> forecasts = center.asOf(TODAY, "00:00", 1);
    assertThat(Center.total(forecasts, TODAY) / center.total(TODAY)).isBetween(1.4, 1.65);
    assertThat(Center.total(forecasts, TODAY.plusDays(1)))
        .isCloseTo(center.total(TODAY.plusDays(1)), Percentage.withPercentage(8));
  }

  @Test
  void aFactorBelowZeroIsRefused() {
    assertThatThrownBy(() -> new SpecialDay(TODAY, "campaign", -1.0))
        .hasMessage("-1.0 as factor of " + TODAY + " campaign: expected 0 to 20.0");
  }

  @Test
  void configuredHoursAreForecastFromTheFirstDayOn() {
    DemandModel model = new DemandModel();
    DemandTerms terms =
        new DemandTerms(
            Center.ZONE,
            LocalTime.MIDNIGHT,
            Duration.ofMinutes(60),
            OpeningHours.parse("mon-fri 08:00-12:00,sat 09:00-11:00"),
            Map.of());
    for (int hour = 8; hour < 12; hour++) {
      model.tell(terms, new IntervalActual(Center.at(Center.MONDAY, LocalTime.of(hour, 0)), 50));
    }
    List<IntervalForecast> week =
        model.forecast(terms, Center.at(Center.MONDAY.plusDays(1), LocalTime.MIDNIGHT), 6);
    assertThat(week).hasSize(4 * 4 + 2 + 4);
    assertThat(week).allSatisfy(forecast -> assertThat(forecast.contacts()).isBetween(45.0, 55.0));
  }

  @Test
  void anHourThatTheClocksSkipIsNotForecastAndOneThatComesTwiceIsTwice() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    DemandTerms terms = new DemandTerms(berlin, Duration.ofMinutes(60));
    DemandModel model = new DemandModel();
    LocalDate spring = LocalDate.parse("2026-03-29");
    tellAroundTheClock(model, terms, spring.minusDays(28), 28);
    List<IntervalForecast> shortDay = model.forecast(terms, midnight(spring, berlin), 0);
    assertThat(shortDay).hasSize(23);
    LocalDate autumn = LocalDate.parse("2026-10-25");
    DemandModel other = new DemandModel();
    tellAroundTheClock(other, terms, autumn.minusDays(28), 28);
    List<IntervalForecast> longDay = other.forecast(terms, midnight(autumn, berlin), 0);
    assertThat(longDay).hasSize(25);
    assertThat(longDay.get(2).contacts()).isEqualTo(longDay.get(3).contacts());
    assertThat(longDay.get(12).contacts())
        .isCloseTo(shortDay.get(10).contacts(), Percentage.withPercentage(3));
  }

  @Test
  void aDayOnWhichTheClocksChangeTeachesByTheClockOnTheWall() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    DemandTerms terms = new DemandTerms(berlin, Duration.ofMinutes(60));
    DemandModel model = new DemandModel();
    LocalDate spring = LocalDate.parse("2026-03-29");
    tellAroundTheClock(model, terms, spring.minusDays(28), 36);
    LocalDate after = spring.plusDays(8);
    List<IntervalForecast> day = model.forecast(terms, midnight(after, berlin), 0);
    for (int hour = 0; hour < 24; hour++) {
      assertThat(day.get(hour).contacts())
          .as("%s o'clock", hour)
          .isCloseTo(100 + 10 * hour, Percentage.withPercentage(3));
    }
  }

  private static void tellAroundTheClock(
      DemandModel model, DemandTerms terms, LocalDate from, int days) {
    for (LocalDate date = from; date.isBefore(from.plusDays(days)); date = date.plusDays(1)) {
      BusinessDay day = BusinessDay.of(terms, date);
      for (int i = 0; i < day.length(); i++) {
        model.tell(terms, new IntervalActual(day.starts()[i], 100 + 10 * day.slots()[i]));
      }
    }
  }

  private static long midnight(LocalDate date, ZoneId zone) {
    return Micros.of(date.atStartOfDay(zone).toInstant());
  }
}
