// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDayTest {

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-01-05, 00:00, 30, 48",
    "Europe/Berlin, 2026-03-29, 00:00, 30, 46",
    "Europe/Berlin, 2026-10-25, 00:00, 30, 50",
    "Europe/Berlin, 2026-03-28, 04:00, 60, 23",
    "America/New_York, 2026-11-01, 00:00, 15, 100",
    "Australia/Lord_Howe, 2026-04-05, 00:00, 60, 25",
    "Asia/Kolkata, 2026-04-05, 02:00, 5, 288",
    "Pacific/Apia, 2011-12-30, 00:00, 60, 0"
  })
  void aDayHasTheIntervalsThatTheQueuesCalendarHas(
      String zone, String date, String dayStart, int minutes, int intervals) {
    DemandTerms terms =
        new DemandTerms(ZoneId.of(zone), Duration.ofMinutes(minutes))
            .withDayStart(LocalTime.parse(dayStart));
    BusinessDay day = BusinessDay.of(terms, LocalDate.parse(date));
    QueueCalendar calendar =
        new QueueCalendar(terms.timeZone(), terms.dayStart(), terms.interval());
    assertThat(day.length()).isEqualTo(intervals);
    for (int i = 0; i < day.length(); i++) {
      long start = day.starts()[i];
      assertThat(calendar.intervalStart(start)).isEqualTo(start);
      assertThat(calendar.intervalEnd(start)).isEqualTo(day.starts()[i + 1]);
      assertThat(day.indexOf(start + 1)).isEqualTo(i);
      assertThat(BusinessDay.dateOf(terms, start)).isEqualTo(day.date());
      LocalTime wall = Micros.instant(start).atZone(terms.timeZone()).toLocalTime();
      long minute =
          Math.floorMod(wall.toSecondOfDay() / 60 - terms.dayStart().toSecondOfDay() / 60, 1440);
      assertThat(day.slots()[i]).isEqualTo((int) (minute / minutes));
    }
    assertThat(day.indexOf(day.starts()[0] - 1)).isEqualTo(-1);
    assertThat(day.indexOf(day.starts()[day.length()])).isEqualTo(-1);
  }
}
