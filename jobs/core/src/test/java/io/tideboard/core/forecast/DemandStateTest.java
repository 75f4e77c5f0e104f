// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What a model remembers, how it is corrected, and how it is cut anew. */
class DemandStateTest {

  private static final LocalDate TODAY = Center.MONDAY.plusDays(42);

  @Test
  void aModelReadBackExpectsTheSameToTheLastDigit() {
    Center center = new Center(80).withDaySd(0.1);
    center.plainDays(Center.MONDAY, 42);
    long asOf = Center.at(TODAY, LocalTime.of(11, 0));
    DemandModel read = DemandModel.fromBytes(center.model.toBytes());
    assertThat(read.forecast(Center.TERMS, asOf, 14))
        .isEqualTo(center.model.forecast(Center.TERMS, asOf, 14));
    assertThat(read.toBytes()).isEqualTo(center.model.toBytes());
    DemandModel empty = DemandModel.fromBytes(new DemandModel().toBytes());
    assertThat(empty.isEmpty()).isTrue();
  }

  @Test
  void stateOfAnotherVersionIsRefused() {
    byte[] bytes = new DemandModel().toBytes();
    bytes[0] = 99;
    assertThatThrownBy(() -> DemandModel.fromBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("99 as version of a demand model: expected 1");
  }

  @Test
  void aLateCorrectionEndsInTheSameNumbersAsIfItHadBeenRightAtOnce() {
    Center right = new Center(80);
    right.plainDays(Center.MONDAY, 42);
    DemandModel late = DemandModel.fromBytes(right.model.toBytes());
    long corrected = Center.at(TODAY.minusDays(3), LocalTime.of(10, 0));
    right.model.tell(Center.TERMS, new IntervalActual(corrected, 123, 61.5));
    long asOf = Center.at(TODAY, LocalTime.MIDNIGHT);
    late.tell(Center.TERMS, new IntervalActual(corrected, 7));
    List<IntervalForecast> wrong = late.forecast(Center.TERMS, asOf, 14);
    late.tell(Center.TERMS, new IntervalActual(corrected, 123, 61.5));
    assertThat(late.forecast(Center.TERMS, asOf, 14))
        .isNotEqualTo(wrong)
        .isEqualTo(right.model.forecast(Center.TERMS, asOf, 14));
  }

  @Test
  void whatHasNotEndedByTheInstantAskedForIsNotUsed() {
    Center center = new Center(80);
    center.plainDays(Center.MONDAY, 42);
    List<IntervalForecast> before = center.asOf(TODAY, "10:00", 3);
    center.model.tell(Center.TERMS, new IntervalActual(Center.at(TODAY, LocalTime.of(10, 0)), 999));
    center.model.tell(
        Center.TERMS, new IntervalActual(Center.at(TODAY.plusDays(1), LocalTime.of(10, 0)), 999));
    assertThat(center.asOf(TODAY, "10:00", 3)).isEqualTo(before);
  }

  @Test
  void whatIsOlderThanHalfAYearIsForgotten() {
    DemandModel model = new DemandModel();
    model.tell(Center.TERMS, new IntervalActual(Center.at(Center.MONDAY, LocalTime.NOON), 5));
    int alone = model.toBytes().length;
    model.tell(
        Center.TERMS,
        new IntervalActual(Center.at(Center.MONDAY.plusDays(300), LocalTime.NOON), 5));
    assertThat(model.toBytes()).hasSize(alone);
    model.tell(Center.TERMS, new IntervalActual(Center.at(Center.MONDAY, LocalTime.NOON), 5));
    assertThat(model.toBytes()).hasSize(alone);
  }

  @Test
  void halfAYearOfFiftySixIntervalsADayTakesAFewKilobytes() {
    DemandTerms terms = new DemandTerms(Center.ZONE, Duration.ofMinutes(15));
    DemandModel model = new DemandModel();
    for (int day = 0; day < 210; day++) {
      for (int i = 0; i < 56; i++) {
        LocalTime time = LocalTime.of(7, 0).plusMinutes(15L * i);
        model.tell(
            terms, new IntervalActual(Center.at(Center.MONDAY.plusDays(day), time), 90 + i, 240));
      }
    }
    assertThat(model.toBytes().length).isLessThan(60_000);
  }

  @Test
  void handleTimesAreExpectedByTimeOfDay() {
    Center center = new Center(80);
    for (LocalDate date = Center.MONDAY; date.isBefore(TODAY); date = date.plusDays(1)) {
      if (center.total(date) > 0) {
        for (IntervalActual actual : center.actuals(date, LocalTime.MAX, rate -> rate)) {
          boolean morning = actual.start() < Center.at(date, LocalTime.NOON);
          center.model.tell(
              Center.TERMS,
              new IntervalActual(actual.start(), actual.contacts(), morning ? 180 : 240));
        }
      }
    }
    List<IntervalForecast> day = center.asOf(TODAY, "00:00", 0);
    assertThat(day.get(1).ahtSeconds()).isCloseTo(180, within(3.0));
    assertThat(day.get(18).ahtSeconds()).isCloseTo(240, within(3.0));
    Center without = new Center(80);
    without.plainDays(Center.MONDAY, 7);
    assertThat(without.asOf(Center.MONDAY.plusDays(7), "00:00", 0).get(0).ahtSeconds()).isNaN();
  }

  @Test
  void otherIntervalsSumUpOrSpreadWhatIsKnown() {
    Center center = new Center(80);
    center.plainDays(Center.MONDAY, 42);
    DemandTerms hours = new DemandTerms(Center.ZONE, Duration.ofMinutes(60));
    DemandTerms quarters = new DemandTerms(Center.ZONE, Duration.ofMinutes(15));
    long asOf = Center.at(TODAY, LocalTime.MIDNIGHT);
    double halves = Center.total(center.asOf(TODAY, "00:00", 0), TODAY);
    List<IntervalForecast> byHour = center.model.forecast(hours, asOf, 0);
    assertThat(byHour).hasSize(10);
    assertThat(Center.total(byHour, TODAY)).isCloseTo(halves, Percentage.withPercentage(2));
    List<IntervalForecast> byQuarter = center.model.forecast(quarters, asOf, 0);
    assertThat(byQuarter).hasSize(40);
    assertThat(Center.total(byQuarter, TODAY)).isCloseTo(halves, Percentage.withPercentage(3));
  }

  @Test
  void anotherZoneCutsTheDaysAnewAndLosesNothing() {
    DemandModel model = new DemandModel();
    long noon = Center.at(Center.MONDAY, LocalTime.NOON);
    model.tell(Center.TERMS, new IntervalActual(noon, 41, 100));
    DemandTerms india = new DemandTerms(ZoneId.of("Asia/Kolkata"), Duration.ofMinutes(60));
    model.tell(india, new IntervalActual(noon - 90 * 60_000_000L, 7, 200));
    DemandModel back = DemandModel.fromBytes(model.toBytes());
    back.tell(
        new DemandTerms(Center.ZONE, Duration.ofMinutes(60)),
        new IntervalActual(noon + 24 * 3_600_000_000L, 1));
    double total =
        Center.total(
            back.forecast(
                new DemandTerms(Center.ZONE, Duration.ofMinutes(60)),
                Center.at(Center.MONDAY.plusDays(7), LocalTime.MIDNIGHT),
                0),
            Center.MONDAY.plusDays(7));
    assertThat(total).isGreaterThan(20);
  }

  @Test
  void termsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new DemandTerms(Center.ZONE, Duration.ofMinutes(7)))
        .hasMessage("PT7M as interval: expected 5 to 60 minutes that divide a day");
    assertThatThrownBy(
            () ->
                new DemandTerms(Center.ZONE, Duration.ofMinutes(30))
                    .withDayStart(LocalTime.of(4, 10)))
        .hasMessage("04:10 as dayStart: expected a multiple of the interval, PT30M");
    assertThatThrownBy(() -> new IntervalActual(0, -1)).hasMessageContaining("-1 as contacts");
    assertThatThrownBy(() -> new IntervalActual(0, 1, -2))
        .hasMessageContaining("-2.0 as ahtSeconds");
    assertThatThrownBy(() -> new IntervalForecast(0, 1, 0, 2, 1, 2, 3, 0))
        .hasMessageContaining("expected 0 or more, none below the one before");
  }
}
