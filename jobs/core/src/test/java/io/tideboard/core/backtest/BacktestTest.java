// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.forecast.DemandTerms;
import io.tideboard.core.forecast.IntervalActual;
import io.tideboard.core.queue.QueueKey;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class BacktestTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final DemandTerms TERMS = new DemandTerms(ZONE, Duration.ofMinutes(60));
  private static final QueueKey SALES = new QueueKey("sales", "voice");
  private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");

  @Test
  void eachDayIsForecastOnceAheadAndOnceAtTheCutoff() {
    List<BacktestRow> rows = new ArrayList<>();
    List<LocalDate> done = new ArrayList<>();
    DemandSeries series = weeks(6, date -> 40);
    Backtest backtest = new Backtest(plan(28, 29));
    backtest.run(series, rows::add, done::add);
    assertThat(done).containsExactly(MONDAY.plusDays(28), MONDAY.plusDays(29));
    assertThat(backtest.days(series)).isEqualTo(2);
    assertThat(rows).filteredOn(row -> row.task() == Task.DAY_AHEAD).hasSize(2 * 10);
    assertThat(rows).filteredOn(row -> row.task() == Task.INTRADAY).hasSize(2 * 6);
    assertThat(rows).allSatisfy(row -> assertThat(row.forecast().contacts()).isBetween(38.0, 42.0));
  }

  @Test
  void aForecastDoesNotKnowWhatCameAfterItsTime() {
    List<BacktestRow> usual = new ArrayList<>();
    List<BacktestRow> other = new ArrayList<>();
    LocalDate asked = MONDAY.plusDays(28);
    new Backtest(plan(28, 28)).run(weeks(6, date -> 40), usual::add, date -> {});
    new Backtest(plan(28, 28))
        .run(weeks(6, date -> date.equals(asked) ? 400 : 40), other::add, date -> {});
    for (int i = 0; i < 10; i++) {
      assertThat(other.get(i).forecast()).isEqualTo(usual.get(i).forecast());
      assertThat(other.get(i).actual()).isEqualTo(400);
    }
  }

  @Test
  void theFourBaselinesAreWhatTheirNamesSay() {
    List<BacktestRow> rows = new ArrayList<>();
    // Mondays have 10, 20, ... 80 contacts an hour, and then 120.
    ToIntFunction<LocalDate> rising =
        date -> {
          int week = (int) ((date.toEpochDay() - MONDAY.toEpochDay()) / 7);
          return week == 8 ? 120 : 10 * (week + 1);
        };
    new Backtest(plan(56, 56)).run(weeks(9, rising), rows::add, date -> {});
    BacktestRow ahead = rows.get(0);
    assertThat(ahead.baselines().get(Baseline.SEASONAL_NAIVE)).isEqualTo(80);
    assertThat(ahead.baselines().get(Baseline.FOUR_WEEKS)).isEqualTo(65);
    assertThat(ahead.baselines().get(Baseline.EIGHT_WEEKS)).isEqualTo(45);
    assertThat(ahead.baselines().get(Baseline.SCALED_EIGHT_WEEKS)).isEqualTo(45);
    BacktestRow atNoon = rows.get(10);
    assertThat(atNoon.task()).isEqualTo(Task.INTRADAY);
    assertThat(atNoon.baselines().get(Baseline.SCALED_EIGHT_WEEKS)).isEqualTo(120);
    assertThat(atNoon.baselines().get(Baseline.EIGHT_WEEKS)).isEqualTo(45);
  }

  @Test
  void aMissingDayIsNeitherForecastNorAverageOfNothing() {
    List<BacktestRow> rows = new ArrayList<>();
    LocalDate holiday = MONDAY.plusDays(21);
    new Backtest(plan(21, 28))
        .run(weeks(6, date -> date.equals(holiday) ? -1 : 40), rows::add, date -> {});
    assertThat(rows).noneMatch(row -> row.date().equals(holiday));
    assertThat(rows)
        .filteredOn(row -> row.date().equals(MONDAY.plusDays(28)))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.baselines().get(Baseline.FOUR_WEEKS)).isEqualTo(40));
  }

  @Test
  void theFirstDayOfAllHasNoForecast() {
    List<BacktestRow> rows = new ArrayList<>();
    new Backtest(plan(0, 1)).run(weeks(1, date -> 40), rows::add, date -> {});
    assertThat(rows).isNotEmpty().allMatch(row -> row.date().equals(MONDAY.plusDays(1)));
  }

  @Test
  void contactsAtAnHourNobodyExpectedCountAgainstTheForecast() {
    TreeMap<Long, IntervalActual> actuals = new TreeMap<>(weeks(4, date -> 40).actuals());
    long night = at(MONDAY.plusDays(21), 3);
    actuals.put(night, new IntervalActual(night, 7));
    List<BacktestRow> rows = new ArrayList<>();
    new Backtest(plan(21, 21)).run(new DemandSeries(SALES, actuals), rows::add, date -> {});
    assertThat(rows.get(0).forecast().contacts()).isZero();
    assertThat(rows.get(0).actual()).isEqualTo(7);
  }

  @Test
  void finerIntervalsAreSummedUpAndHandleTimesWeighed() {
    long start = at(MONDAY, 9);
    long quarter = 15 * 60 * Micros.SECOND;
    DemandSeries series =
        DemandSeries.of(
            SALES,
            List.of(
                new IntervalActual(start, 3, 100),
                new IntervalActual(start + quarter, 1, 200),
                new IntervalActual(start + 2 * quarter, 5),
                new IntervalActual(start + 4 * quarter, 2)),
            at -> at - Math.floorMod(at, 4 * quarter));
    assertThat(series.actuals().get(start)).isEqualTo(new IntervalActual(start, 9, 125));
    assertThat(series.actuals().get(start + 4 * quarter).contacts()).isEqualTo(2);
    assertThat(series.actuals().get(start + 4 * quarter).ahtSeconds()).isNaN();
  }

  @Test
  void scoresAreTheSumsThatTheirNamesSay() {
    Score score = new Score();
    score.add("sales/voice", MONDAY, 110, 100);
    score.add("sales/voice", MONDAY, 80, 100);
    score.add("sales/voice", MONDAY.plusDays(1), 10, 0);
    score.addBands(new double[] {1, 2, 3, 4, 5}, 4);
    score.addBands(new double[] {1, 2, 3, 4, 5}, 5);
    assertThat(score.intervals()).isEqualTo(3);
    assertThat(score.wape()).isCloseTo(40 / 200.0, within(1e-12));
    assertThat(score.mape()).isCloseTo(0.15, within(1e-12));
    assertThat(score.bias()).isCloseTo(0, within(1e-12));
    assertThat(score.rmse()).isCloseTo(Math.sqrt(600 / 3.0), within(1e-12));
    assertThat(score.dayTotalError()).isCloseTo(20 / 200.0, within(1e-12));
    assertThat(score.coverage80()).isEqualTo(0.5);
    assertThat(score.coverage95()).isEqualTo(1);
    // 4: 0.025 x 3 + 0.1 x 2 + 0.5 x 1 + 0 + 0.025 x 1; 5: 0.1 + 0.3 + 1 + 0.9 + 0
    assertThat(score.pinball()).isCloseTo((0.8 + 2.3) / 10, within(1e-12));
    assertThat(new Score().wape()).isNaN();
  }

  @Test
  void modelAndBaselinesAreScoredByTask() {
    BacktestScores scores = new BacktestScores();
    new Backtest(plan(28, 32)).run(weeks(6, date -> 40), scores, date -> {});
    assertThat(scores.model(Task.DAY_AHEAD).intervals()).isEqualTo(50);
    assertThat(scores.model(Task.INTRADAY).wape()).isLessThan(0.03);
    assertThat(scores.baseline(Task.DAY_AHEAD, Baseline.FOUR_WEEKS).wape()).isZero();
    assertThat(scores.baseline(Task.INTRADAY, Baseline.SEASONAL_NAIVE).coverage80()).isNaN();
    assertThat(Baseline.SEASONAL_NAIVE.title()).isEqualTo("seasonal naive");
    assertThat(Task.INTRADAY.wire()).isEqualTo("intraday");
  }

  @Test
  void aPlanThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> plan(3, 2))
        .hasMessage("2026-01-07 as last day: expected 2026-01-08 or later");
  }

  private static BacktestPlan plan(int from, int to) {
    return new BacktestPlan(TERMS, MONDAY.plusDays(from), MONDAY.plusDays(to), LocalTime.NOON);
  }

  /** Weekdays from 08:00 to 18:00, each hour of a day with as many contacts; below 0: no day. */
  private static DemandSeries weeks(int weeks, ToIntFunction<LocalDate> contacts) {
    TreeMap<Long, IntervalActual> actuals = new TreeMap<>();
    for (int day = 0; day < 7 * weeks; day++) {
      LocalDate date = MONDAY.plusDays(day);
      int count = contacts.applyAsInt(date);
      for (int hour = 8; hour < 18 && date.getDayOfWeek().getValue() < 6 && count >= 0; hour++) {
        actuals.put(at(date, hour), new IntervalActual(at(date, hour), count));
      }
    }
    return new DemandSeries(SALES, actuals);
  }

  private static long at(LocalDate date, int hour) {
    return Micros.of(date.atTime(hour, 0).atZone(ZONE).toInstant());
  }
}
