// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.tideboard.core.agents.Plan;
import io.tideboard.core.forecast.IntervalForecast;
import io.tideboard.core.queue.QueueKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class IntradayTest {

  private static final long HOUR = 3_600_000_000L;

  @Test
  void aDayIsSummedUpAgainstItsMorningsForecast() {
    List<ForecastRow> day =
        List.of(
            row(8, 100, 90.0, 120, null),
            row(9, 110, Double.NaN, 100, null),
            row(10, 50, 40.0, null, null),
            row(11, 80, 70.0, null, 12),
            row(12, 20, 15.0, null, 9));
    Intraday today = Intraday.of(day, 11 * HOUR);

    assertThat(today.contacts()).isEqualTo(220);
    assertThat(today.forecast()).isEqualTo(200);
    assertThat(today.variance()).isEqualTo(0.1);
    assertThat(today.expected()).isEqualTo(320);
    assertThat(today.projectedServiceLevel()).isCloseTo(0.82, within(1e-12));
    assertThat(today.shortIntervals()).isEqualTo(1);
    assertThat(today.worstGap()).isEqualTo(1);
  }

  @Test
  void aDayOfWhichNothingIsKnownSaysSo() {
    Intraday nothing = Intraday.of(List.of(), 0);

    assertThat(nothing.variance()).isNaN();
    assertThat(nothing.projectedServiceLevel()).isNaN();
    assertThat(nothing.shortIntervals()).isNull();
  }

  @Test
  void accuracyIsJudgedByLeadTime() {
    Accuracy day = new Accuracy(Lead.DAY);
    day.take(row(8, 100, 90.0, 120, null));
    day.take(row(9, 100, 110.0, 80, null));
    day.take(row(10, 100, Double.NaN, 80, null));
    day.take(row(11, 100, 90.0, null, null));

    assertThat(day.lead()).isEqualTo(Lead.DAY);
    assertThat(day.intervals()).isEqualTo(2);
    assertThat(day.wape()).isEqualTo(60 / 200.0);
    assertThat(day.bias()).isEqualTo(0);
    assertThat(new Accuracy(Lead.WEEK).wape()).isNaN();
    assertThat(new Accuracy(Lead.NEXT).bias()).isNaN();
  }

  @Test
  void everyFieldOfARowIsThereAgainWhenItIsRead() {
    for (ForecastRow row :
        List.of(row(8, 100, 90.0, 120, 12), row(9, 1.5, Double.NaN, null, null))) {
      assertThat(ForecastJson.read(ForecastJson.write(row))).isEqualTo(row);
    }
    assertThat(
            new String(
                ForecastJson.write(row(9, 1.5, Double.NaN, null, null)), StandardCharsets.UTF_8))
        .startsWith("{\"queue\":\"Sales\",\"channel\":\"voice\",\"start\":\"1970-01-01T09:00:00Z\"")
        .contains("\"contacts\":1.5")
        .contains("\"scheduledAgents\":null")
        .contains("\"expectedServiceLevel\":null");
    assertThat(catchThrowable(() -> ForecastJson.read(new byte[] {'{'})))
        .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
        .hasMessageStartingWith("no JSON");
  }

  @Test
  void ofTwoPlansForOneStartTheLaterHolds() {
    QueueSchedule schedule = new QueueSchedule();
    long before = schedule.version();
    assertThat(schedule.take(new Plan(8 * HOUR, 60, 5, 2, 1))).isTrue();
    long first = schedule.version();
    assertThat(schedule.take(new Plan(8 * HOUR, 60, 6, 1, 2))).isFalse();
    assertThat(schedule.take(new Plan(8 * HOUR, 60, 7, 3, 3))).isTrue();
    assertThat(schedule.take(new Plan(9 * HOUR, 30, 4, 3, 4))).isTrue();

    assertThat(schedule.at(8 * HOUR)).hasValue(7);
    assertThat(schedule.at(9 * HOUR)).hasValue(4);
    assertThat(schedule.at(9 * HOUR + HOUR / 2)).isEmpty();
    assertThat(schedule.at(7 * HOUR)).isEmpty();
    assertThat(List.of(before, first, schedule.version())).doesNotHaveDuplicates();
    List<Long> gone = new ArrayList<>();
    schedule.forgetBefore(9 * HOUR + 1, gone::add);
    assertThat(gone).containsExactly(8 * HOUR);
    assertThat(schedule.at(8 * HOUR)).isEmpty();
    assertThat(schedule.version()).isEqualTo(4);
  }

  private static ForecastRow row(
      int hour, double contacts, double morning, Integer actual, Integer scheduled) {
    IntervalForecast demand =
        new IntervalForecast(
            hour * HOUR, contacts, 0, contacts / 2, contacts, contacts * 1.5, contacts * 2, 240);
    double level = scheduled == null ? Double.NaN : scheduled >= 10 ? 0.9 : 0.5;
    Need need =
        new Need(10, 13, scheduled, level, scheduled == null ? Double.POSITIVE_INFINITY : 300);
    return new ForecastRow(
        new QueueKey("Sales", "voice"),
        60,
        demand,
        need,
        Leads.NONE.withDay(morning),
        actual,
        8 * HOUR);
  }
}
