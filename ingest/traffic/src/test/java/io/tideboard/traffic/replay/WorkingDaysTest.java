// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.traffic.simulator.Scenarios;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

  private static final ZoneId ZONE = Scenarios.midSizeCenter().timeZone();
  private static final double SPEED = 3600;

  /** A day of the demo that has begun. */
  private record Begun(LocalDate day, long seed, long nanoTime, int eventsBefore) {}

  private final SimulatedPacer pacer = new SimulatedPacer();
  private final List<Begun> begun = new ArrayList<>();
  private TestGateway gateway;

  @BeforeEach
  void open() throws IOException {
    gateway = new TestGateway();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aDayIsPlayedAtItsSpeedAndTheNightAfterItTakesNoTime() {
    play(LocalDate.parse("2026-03-03"), 2);
    Duration open = Duration.between(WorkingDays.OPENING, WorkingDays.CLOSING);
    Duration day = Duration.ofNanos(begun.get(1).nanoTime - begun.get(0).nanoTime);
    assertThat(day.toMillis() * SPEED / 1000)
        .isBetween(open.minusMinutes(2).toSeconds() * 1.0, open.toSeconds() * 1.0);
    List<Instant> times = times(begun.get(0), begun.get(1));
    ZonedDateTime first = Collections.min(times).atZone(ZONE);
    assertThat(first.toLocalDate()).isEqualTo("2026-03-03");
    assertThat(first.toLocalTime()).isBetween(WorkingDays.OPENING, LocalTime.of(9, 31));
    assertThat(times.stream().filter(time -> !time.isBefore(closing(begun.get(0).day))))
        .hasSizeGreaterThan(500);
  }

  @Test
  void noEventOfADayIsEarlierThanAnyOfTheDayBefore() {
    play(LocalDate.parse("2026-03-05"), 3);
    assertThat(begun).extracting(Begun::seed).containsExactly(7L, 8L, 9L);
    for (int i = 1; i < begun.size(); i++) {
      Instant last = Collections.max(times(begun.get(i - 1), begun.get(i)));
      LocalDate day = begun.get(i).day;
      assertThat(day).isAfter(last.atZone(ZONE).toLocalDate());
      assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }
  }

  @Test
  void whoStartsOnASundaySeesTheFridayBefore() {
    play(LocalDate.parse("2026-03-08"), 1);
    assertThat(begun.get(0).day).isEqualTo("2026-03-06");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-04, 2026-03-05",
    "2026-03-05, 2026-03-06",
    "2026-03-06, 2026-03-09",
    "2026-03-07, 2026-03-09",
    "2026-03-08, 2026-03-09",
    "2026-03-09, 2026-03-10",
  })
  void nobodyWorksOnWeekends(LocalDate lastEvent, LocalDate next) {
    assertThat(WorkingDays.nextWorkday(lastEvent)).isEqualTo(next);
  }

  /** Is interrupted when the last of so many days begins. */
  private void play(LocalDate from, int days) {
    Thread player = Thread.currentThread();
    WorkingDays.Listener listener =
        (day, seed) -> {
          begun.add(new Begun(day, seed, pacer.nanoTime(), gateway.accepted().size()));
          if (begun.size() == days) {
            player.interrupt();
          }
        };
    ReplayOptions options = ReplayOptions.to(gateway.uri()).at(new Speed(SPEED));
    assertThatThrownBy(() -> new WorkingDays(options, pacer, listener).playFrom(from, 7))
        .isInstanceOf(InterruptedException.class);
  }

  private List<Instant> times(Begun from, Begun to) {
    return gateway.accepted().subList(from.eventsBefore, to.eventsBefore).stream()
        .map(event -> event.header().occurredAt())
        .toList();
  }

  private static Instant closing(LocalDate day) {
    return day.atTime(WorkingDays.CLOSING).atZone(ZONE).toInstant();
  }
}
