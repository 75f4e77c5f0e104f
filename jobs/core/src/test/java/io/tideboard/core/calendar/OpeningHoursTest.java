// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
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
}
