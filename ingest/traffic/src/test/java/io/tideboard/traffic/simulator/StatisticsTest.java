// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideboard.events.EventType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  private static final Scenario CENTER = Scenarios.midSizeCenter();
  private static final SimulatedLog DAY = new SimulatedLog(CENTER, 1);

  @Test
  void asManyContactsArriveAsTheProfileExpects() {
    Arrivals arrivals =
        new Arrivals(
            Map.of(LocalTime.of(8, 0), 0.0, LocalTime.of(12, 0), 200.0, LocalTime.of(20, 0), 0.0),
            0.5,
            0.0);
    double[] perDay = new double[7];
    int weeks = 50;
    ArrivalProcess process =
        new ArrivalProcess(
            arrivals, CENTER.start().atZone(ZoneId.of("Europe/Berlin")), day -> 1, new Draws(11));
    long start = CENTER.start().toEpochMilli();
    long end = start + Duration.ofDays(7L * weeks).toMillis();
    long outsideHours = 0;
    for (long at = process.next(end); at < end; at = process.next(end)) {
      ZonedDateTime local = Instant.ofEpochMilli(at).atZone(ZoneId.of("Europe/Berlin"));
      perDay[local.getDayOfWeek().getValue() - 1]++;
      outsideHours += local.getHour() < 8 || local.getHour() >= 20 ? 1 : 0;
    }
    // The triangle has an area of 1200 contacts; 4 standard deviations over the weeks.
    double tolerance = 4 * Math.sqrt(1200.0 * weeks);
    for (DayOfWeek day : DayOfWeek.values()) {
      double factor = day == DayOfWeek.SATURDAY ? 0.5 : day == DayOfWeek.SUNDAY ? 0 : 1;
      assertThat(perDay[day.getValue() - 1]).isCloseTo(factor * 1200 * weeks, within(tolerance));
    }
    assertThat(outsideHours).isZero();
  }

  @Test
  void dayFactorsHaveAMeanOfOneAndTheGivenVariation() {
    DayFactors factors = new DayFactors(3, 0.2);
    var start = CENTER.start().atZone(ZoneId.of("UTC")).toLocalDate();
    double[] drawn =
        IntStream.range(0, 4_000).mapToDouble(i -> factors.of(start.plusDays(i))).toArray();
    double mean = Arrays.stream(drawn).average().orElseThrow();
    double variance =
        Arrays.stream(drawn).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(1, within(0.02));
    assertThat(Math.sqrt(variance)).isCloseTo(0.2, within(0.02));
    assertThat(factors.of(start)).isEqualTo(drawn[0]);
  }

  @Test
  void lognormalDrawsHaveTheGivenMeanAndVariation() {
    Draws draws = new Draws(5);
    double[] drawn =
        IntStream.range(0, 200_000).mapToDouble(i -> draws.lognormal(240_000, 0.8)).toArray();
    double mean = Arrays.stream(drawn).average().orElseThrow();
    double variance =
        Arrays.stream(drawn).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(240_000, within(3_000.0));
    assertThat(Math.sqrt(variance) / mean).isCloseTo(0.8, within(0.03));
  }

  @Test
  void twiceTheCenterHasTwiceTheContacts() {
    SimulatedLog twice = new SimulatedLog(CENTER.scaledTo(2), 1);
    assertThat((double) created(twice) / created(DAY)).isCloseTo(2, within(0.12));
  }

  @Test
  void theServiceLevelOfTheDayIsThatOfARealCenter() {
    assertThat(serviceLevel("Sales/voice")).isBetween(0.6, 0.95);
    assertThat(serviceLevel("Support/voice")).isBetween(0.6, 0.95);
    assertThat(serviceLevel("Claims/voice")).isLessThan(serviceLevel("Sales/chat"));
  }

  @Test
  void waitsOfCallersEndWithinTheLinesTimeout() {
    Duration longest =
        DAY.visitsOf("Sales/voice").stream()
            .map(SimulatedLog.Visit::waited)
            .max(Duration::compareTo)
            .orElseThrow();
    assertThat(longest).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(601));
  }

  @Test
  void aSundayHasMailButNoCalls() {
    Scenario sunday =
        CENTER.startingAt(CENTER.start().minus(Duration.ofDays(1))).lasting(Duration.ofDays(1));
    SimulatedLog log = new SimulatedLog(sunday, 1);
    assertThat(log.visitsOf("Sales/voice")).isEmpty();
    assertThat(log.visitsOf("Returns/email")).isNotEmpty();
  }

  private static long created(SimulatedLog log) {
    return log.events.stream().filter(e -> e.type() == EventType.INTERACTION_CREATED).count();
  }

  private static double serviceLevel(String line) {
    List<SimulatedLog.Visit> visits = DAY.visitsOf(line);
    long soon =
        visits.stream()
            .filter(visit -> visit.outcome().equals("answered"))
            .filter(visit -> visit.waited().toSeconds() < 20)
            .count();
    return (double) soon / visits.size();
  }
}
