// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.clock.Micros;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

  @Test
  void aRangeOfDaysHasTheSameTimes() {
    OpeningHours hours = OpeningHours.parse("mon-fri 08:00-20:00, Sat 09:00-24:00");
    assertThat(hours.days()).hasSize(6);
    assertThat(hours.days().get(DayOfWeek.FRIDAY).until()).isEqualTo(LocalTime.of(20, 0));
    assertThat(hours.days().get(DayOfWeek.SATURDAY)).hasToString("09:00-24:00");
  }

  @Test
  void noLinesMeanNeverClosed() {
    assertThat(OpeningHours.parse("")).isEqualTo(OpeningHours.ALWAYS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mon",
        "mon 08:00",
        "mon 20:00-08:00",
        "fri-mon 08:00-20:00",
        "mon-tue-wed 08:00-20:00",
        "moon 08:00-20:00",
        "mon 08:00-20:00, mon-fri 09:00-10:00"
      })
  void linesThatMakeNoSenseAreRefused(String lines) {
    assertThatThrownBy(() -> OpeningHours.parse(lines)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void onlyOpenTimeCounts() {
    OpeningHours hours = OpeningHours.parse("mon-fri 08:00-20:00");
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    // Friday 19:00 to Monday 09:00: one hour on each.
    assertThat(within(hours, "2026-03-06T18:00:00Z", "2026-03-09T08:00:00Z", berlin))
        .isEqualTo(Duration.ofHours(2));
    assertThat(within(OpeningHours.ALWAYS, "2026-03-06T18:00:00Z", "2026-03-07T18:00:00Z", berlin))
        .isEqualTo(Duration.ofHours(24));
  }

  @Test
  void dayIsAsLongAsItsClocksMakeIt() {
    OpeningHours hours = OpeningHours.parse("sun 00:00-24:00");
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(within(hours, "2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z", berlin))
        .isEqualTo(Duration.ofHours(23));
    assertThat(within(hours, "2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z", berlin))
        .isEqualTo(Duration.ofHours(25));
  }

  private static Duration within(OpeningHours hours, String from, String to, ZoneId zone) {
    long micros = hours.within(Micros.of(Instant.parse(from)), Micros.of(Instant.parse(to)), zone);
    return Duration.ofNanos(micros * 1_000);
  }
}
