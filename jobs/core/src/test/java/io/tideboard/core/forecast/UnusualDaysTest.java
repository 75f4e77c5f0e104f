// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A spike, a dead hour, a closed day, a doubled day: no explosion, and soon as before. */
class UnusualDaysTest {

  private final Center center = new Center(200).withDaySd(0.05);
  private LocalDate today = Center.MONDAY;

  @BeforeEach
  void tenWeeksWereUsual() {
    today = center.plainDays(Center.MONDAY, 71); // it is a Tuesday
  }

  @Test
  void oneWildIntervalLeavesTheRestOfTheDayNearlyAsItWas() {
    double before =
        center.asOf(today, "00:00", 0).stream()
            .skip(4)
            .mapToDouble(IntervalForecast::contacts)
            .sum();
    List<IntervalActual> morning = center.actuals(today, LocalTime.of(10, 0), rate -> rate);
    morning.subList(0, 3).forEach(actual -> center.model.tell(center.terms, actual));
    center.model.tell(center.terms, new IntervalActual(morning.get(3).start(), 20_000));
    double after =
        center.asOf(today, "10:00", 0).stream().mapToDouble(IntervalForecast::contacts).sum();
    assertThat(after).isCloseTo(before, Percentage.withPercentage(15));
  }

  @Test
  void aSpikeIsForgottenTheNextDay() {
    day(rate -> rate);
    center.model.tell(
        center.terms, new IntervalActual(Center.at(today, LocalTime.of(11, 0)), 20_000));
    expectUsual(today.plusDays(1), 12);
    center.day(today.plusDays(1), rate -> rate);
    expectUsual(today.plusDays(2), 10);
  }

  @Test
  void aDeadHourTeachesNothing() {
    day(rate -> rate);
    center.model.tell(center.terms, new IntervalActual(Center.at(today, LocalTime.of(11, 0)), 0));
    center.model.tell(center.terms, new IntervalActual(Center.at(today, LocalTime.of(11, 30)), 0));
    expectUsual(today.plusDays(1), 10);
  }

  @Test
  void whileALineIsSilentTheBandReachesDownToNothing() {
    center
        .actuals(today, LocalTime.of(11, 0), rate -> rate)
        .forEach(actual -> center.model.tell(center.terms, actual));
    assertThat(center.asOf(today, "11:00", 0).get(0).p025()).isPositive();
    IntervalForecast silent = center.asOf(today, "12:00", 0).get(0); // two intervals untold
    assertThat(silent.p025()).isZero();
    assertThat(silent.p10()).isZero();
    assertThat(silent.p50()).isPositive();
  }

  @Test
  void aDayOnWhichNobodyComesAfterTheOpeningIsTakenForClosed() {
    IntervalForecast noon = center.asOf(today, "12:00", 0).get(0);
    assertThat(noon.contacts()).isZero();
    assertThat(noon.p50()).isZero();
    assertThat(noon.p975()).isPositive();
    expectUsual(today.plusDays(1), 10);
  }

  @Test
  void aMissingDayIsAClosedDayAndNotOneOfNoContacts() {
    expectUsual(today.plusDays(1), 10);
    for (int i = 1; i < 7; i++) {
      center.day(today.plusDays(i), rate -> rate);
    }
    expectUsual(today.plusDays(7), 10);
  }

  @Test
  void aDayToldAsNothingButZerosIsAClosedOneToo() {
    center
        .actuals(today, LocalTime.MAX, rate -> rate)
        .forEach(actual -> center.model.tell(center.terms, new IntervalActual(actual.start(), 0)));
    expectUsual(today.plusDays(1), 10);
  }

  @Test
  void aDoubledDayIsFollowedWhileItLastsAndForgottenWithinTwoDays() {
    DoubleUnaryOperator doubled = rate -> 2 * rate;
    center
        .actuals(today, LocalTime.of(13, 0), doubled)
        .forEach(actual -> center.model.tell(center.terms, actual));
    double rest =
        center.asOf(today, "13:00", 0).stream().mapToDouble(IntervalForecast::contacts).sum();
    double usual = 0;
    for (int slot = 26; slot < 36; slot++) {
      usual += center.expected(today, slot);
    }
    assertThat(rest / usual).isBetween(1.6, 2.6);
    day(doubled);
    expectUsual(today.plusDays(1), 25);
    center.day(today.plusDays(1), rate -> rate);
    expectUsual(today.plusDays(2), 10);
  }

  @Test
  void afterADoubledDayTheBandReachesHigherThanAfterAUsualOne() {
    Center other = new Center(200).withDaySd(0.05);
    other.plainDays(Center.MONDAY, 72);
    day(rate -> 2 * rate);
    IntervalForecast wild = center.asOf(today.plusDays(1), "00:00", 0).get(5);
    IntervalForecast usual = other.asOf(today.plusDays(1), "00:00", 0).get(5);
    assertThat(wild.p975() / wild.p50()).isGreaterThan(usual.p975() / usual.p50());
  }

  @Test
  void twiceTheContactsFromNowOnAreBelievedAfterAFewDays() {
    for (int i = 0; i < 14; i++) {
      center.day(today.plusDays(i), rate -> 2 * rate);
    }
    LocalDate later = today.plusDays(14);
    assertThat(Center.total(center.asOf(later, "00:00", 0), later) / center.total(later))
        .isBetween(1.6, 2.2);
  }

  private void day(DoubleUnaryOperator changed) {
    center.day(today, changed);
  }

  private void expectUsual(LocalDate date, double percent) {
    assertThat(Center.total(center.asOf(date, "00:00", 0), date))
        .isCloseTo(center.total(date), Percentage.withPercentage(percent));
  }
}
