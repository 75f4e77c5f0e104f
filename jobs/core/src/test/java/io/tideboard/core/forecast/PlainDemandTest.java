// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What a model expects of a queue on which nothing unusual happens. */
class PlainDemandTest {

  @Test
  void nothingIsExpectedAsLongAsNothingWasTold() {
    DemandModel model = new DemandModel();
    assertThat(model.isEmpty()).isTrue();
    assertThat(model.forecast(Center.TERMS, Center.at(Center.MONDAY, LocalTime.NOON), 14))
        .isEmpty();
  }

  @Test
  void everyOpenIntervalOfTodayAndTheNextFourteenDaysIsForecast() {
    Center center = new Center(100);
    LocalDate today = center.plainDays(Center.MONDAY, 28);
    List<IntervalForecast> forecasts = center.asOf(today, "00:00", DemandModel.DAYS_AHEAD);
    assertThat(forecasts).hasSize(20 * 11);
    assertThat(forecasts).isSortedAccordingTo((a, b) -> Long.compare(a.start(), b.start()));
    assertThat(Center.dateOf(forecasts.get(0))).isEqualTo(today);
    assertThat(Center.dateOf(forecasts.get(forecasts.size() - 1))).isEqualTo(today.plusDays(14));
  }

  @Test
  void eachWeekdayAndTimeOfDayIsExpectedToBeAsItWas() {
    Center center = new Center(400);
    LocalDate today = center.plainDays(Center.MONDAY, 42);
    List<IntervalForecast> forecasts = center.asOf(today, "00:00", 1);
    assertThat(Center.total(forecasts, today))
        .isCloseTo(center.total(today), Percentage.withPercentage(2));
    assertThat(Center.total(forecasts, today.plusDays(1)))
        .isCloseTo(center.total(today.plusDays(1)), Percentage.withPercentage(2));
    for (int i = 0; i < 20; i++) {
      assertThat(forecasts.get(i).contacts())
          .isCloseTo(center.expected(today, 16 + i), Percentage.withPercentage(6));
    }
  }

  @Test
  void fewContactsAreExpectedWithoutBias() {
    Center center = new Center(3);
    LocalDate today = center.plainDays(Center.MONDAY, 84);
    double expected = 0;
    double forecast = 0;
    List<IntervalForecast> forecasts = center.asOf(today, "00:00", 13);
    for (LocalDate date = today; date.isBefore(today.plusDays(14)); date = date.plusDays(1)) {
      expected += center.total(date);
      forecast += Center.total(forecasts, date);
    }
    assertThat(forecast).isCloseTo(expected, Percentage.withPercentage(6));
  }

  @Test
  void intervalsThatHaveEndedAreNotForecastAndTheOneThatRunsIs() {
    Center center = new Center(100);
    LocalDate today = center.plainDays(Center.MONDAY, 28);
    assertThat(center.asOf(today, "12:10", 0).get(0).start())
        .isEqualTo(Center.at(today, LocalTime.NOON));
    assertThat(center.asOf(today, "12:30", 0).get(0).start())
        .isEqualTo(Center.at(today, LocalTime.of(12, 30)));
    assertThat(center.asOf(today, "23:00", 0)).isEmpty();
  }

  @Test
  void aMorningAboveExpectationRaisesTheRestOfTheDayAndNarrowsItsBand() {
    Center center = new Center(400).withDaySd(0.1);
    LocalDate today = center.plainDays(Center.MONDAY, 70);
    List<IntervalForecast> before = center.asOf(today, "12:00", 0);
    IntervalForecast blind = at(center.asOf(today, "00:00", 0), today, "15:00");
    center
        .actuals(
            today, LocalTime.NOON, rate -> 1.2 * center.total(today) / center.total(today) * rate)
        .forEach(actual -> center.model.tell(center.terms, actual));
    IntervalForecast seen = at(center.asOf(today, "12:00", 0), today, "15:00");
    assertThat(before).isNotEmpty();
    assertThat(seen.contacts() / blind.contacts()).isBetween(1.08, 1.5);
    assertThat((seen.p90() - seen.p10()) / seen.p50())
        .isLessThan((blind.p90() - blind.p10()) / blind.p50());
  }

  @Test
  void noiseOfCountingAloneHasNoFactors() {
    Center center = new Center(20);
    center.plainDays(Center.MONDAY, 84);
    java.util.TreeMap<LocalDate, DayActuals> days = new java.util.TreeMap<>();
    for (LocalDate date = Center.MONDAY;
        date.isBefore(Center.MONDAY.plusDays(84));
        date = date.plusDays(1)) {
      DayActuals actuals = DayActuals.untold(48);
      for (IntervalActual actual : center.actuals(date, LocalTime.MAX, rate -> rate)) {
        int index = BusinessDay.of(Center.TERMS, date).indexOf(actual.start());
        actuals = actuals.with(index, actual.contacts(), Double.NaN);
      }
      if (center.total(date) > 0) {
        days.put(date, actuals);
      }
    }
    assertThat(new LearnedDemand(Center.TERMS, days).factorCount()).isZero();
  }

  @Test
  void bandsHoldWhatTheyPromise() {
    Center center = new Center(60).withDaySd(0.08);
    LocalDate today = center.plainDays(Center.MONDAY, 70);
    int within80 = 0;
    int within95 = 0;
    int all = 0;
    for (int day = 0; day < 84; day++) {
      LocalDate date = today.plusDays(day);
      if (date.getDayOfWeek().getValue() > 5) {
        continue;
      }
      List<IntervalForecast> forecasts = center.asOf(date, "00:00", 0);
      List<IntervalActual> actuals = center.actuals(date, LocalTime.MAX, rate -> rate);
      for (int i = 0; i < actuals.size(); i++) {
        int came = actuals.get(i).contacts();
        IntervalForecast forecast = forecasts.get(i);
        within80 += came >= forecast.p10() && came <= forecast.p90() ? 1 : 0;
        within95 += came >= forecast.p025() && came <= forecast.p975() ? 1 : 0;
        all++;
      }
      actuals.forEach(actual -> center.model.tell(center.terms, actual));
    }
    assertThat(within80 / (double) all).isCloseTo(0.80, within(0.05));
    assertThat(within95 / (double) all).isCloseTo(0.95, within(0.025));
  }

  private static IntervalForecast at(
      List<IntervalForecast> forecasts, LocalDate date, String time) {
    long start = Center.at(date, LocalTime.parse(time));
    return forecasts.stream().filter(f -> f.start() == start).findFirst().orElseThrow();
  }
}
