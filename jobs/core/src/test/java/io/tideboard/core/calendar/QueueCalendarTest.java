// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.clock.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueCalendarTest {

  private static final QueueCalendar BERLIN = calendar("Europe/Berlin", "00:00", 15);
  private static final QueueCalendar LORD_HOWE = calendar("Australia/Lord_Howe", "00:00", 60);

  @Test
  void intervalIsClosedAtItsStartAndOpenAtItsEnd() {
    assertThat(intervalStart(BERLIN, "2026-03-02T09:15:00Z")).isEqualTo("2026-03-02T09:15:00Z");
    assertThat(intervalStart(BERLIN, "2026-03-02T09:14:59.999999Z"))
        .isEqualTo("2026-03-02T09:00:00Z");
    assertThat(intervalEnd(BERLIN, "2026-03-02T09:14:59.999999Z"))
        .isEqualTo("2026-03-02T09:15:00Z");
  }

  @Test
  void hoursFollowLocalTimeWhereItIsHalfAnHourOff() {
    QueueCalendar kolkata = calendar("Asia/Kolkata", "00:00", 60);
    assertThat(intervalStart(kolkata, "2026-03-02T09:15:00Z")).isEqualTo("2026-03-02T08:30:00Z");
  }

  @Test
  void dayInSpringHasTwentyThreeHours() {
    assertThat(dayLength(BERLIN, "2026-03-29T10:00:00Z")).isEqualTo(Duration.ofHours(23));
    assertThat(starts(BERLIN, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")).hasSize(23 * 4);
  }

  @Test
  void dayInAutumnHasTwentyFiveHours() {
    assertThat(dayLength(BERLIN, "2026-10-25T10:00:00Z")).isEqualTo(Duration.ofHours(25));
    assertThat(starts(BERLIN, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")).hasSize(25 * 4);
  }

  @Test
  void hourThatComesTwiceInAutumnIsTwoIntervals() {
    assertThat(intervalStart(BERLIN, "2026-10-25T00:50:00Z")).isEqualTo("2026-10-25T00:45:00Z");
    assertThat(intervalStart(BERLIN, "2026-10-25T01:50:00Z")).isEqualTo("2026-10-25T01:45:00Z");
  }

  @Test
  void hourOnLordHoweIsCutWhereTheClocksGoForwardByHalfAnHour() {
    assertThat(starts(LORD_HOWE, "2026-10-03T14:30:00Z", "2026-10-03T17:00:00Z"))
        .containsExactly(
            "2026-10-03T14:30:00Z", // 01:00 at +10:30
            "2026-10-03T15:30:00Z", // 02:30 at +11:00
            "2026-10-03T16:00:00Z"); // 03:00 at +11:00
  }

  @Test
  void hourOnLordHoweIsCutWhereTheClocksGoBackByHalfAnHour() {
    assertThat(starts(LORD_HOWE, "2026-04-04T14:00:00Z", "2026-04-04T16:30:00Z"))
        .containsExactly(
            "2026-04-04T14:00:00Z", // 01:00 at +11:00
            "2026-04-04T15:00:00Z", // 01:30 at +10:30
            "2026-04-04T15:30:00Z"); // 02:00 at +10:30
  }

  @Test
  void intervalsFollowEachOtherWithoutGapOrOverlap() {
    for (QueueCalendar calendar : List.of(BERLIN, LORD_HOWE)) {
      for (String day : List.of("2026-03-28", "2026-04-04", "2026-10-03", "2026-10-24")) {
        long at = micros(day + "T12:00:00Z");
        for (int i = 0; i < 60; i++) {
          long end = calendar.intervalEnd(at);
          assertThat(calendar.intervalStart(end)).isEqualTo(end);
          assertThat(calendar.intervalStart(end - 1)).isEqualTo(calendar.intervalStart(at));
          at = end;
        }
      }
    }
  }

  @Test
  void dayMayStartAtAnotherHour() {
    QueueCalendar four = calendar("Europe/Berlin", "04:00", 15);
    assertThat(dayStart(four, "2026-03-02T02:59:59Z")).isEqualTo("2026-03-01T03:00:00Z");
    assertThat(dayStart(four, "2026-03-02T03:00:00Z")).isEqualTo("2026-03-02T03:00:00Z");
    assertThat(dayLength(four, "2026-03-28T12:00:00Z")).isEqualTo(Duration.ofHours(23));
    assertThat(dayLength(four, "2026-10-24T12:00:00Z")).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void dayThatWouldStartInTheHourLeftOutStartsAfterIt() {
    QueueCalendar half = calendar("Europe/Berlin", "02:30", 15);
    assertThat(dayStart(half, "2026-03-29T00:59:59Z")).isEqualTo("2026-03-28T01:30:00Z");
    assertThat(dayStart(half, "2026-03-29T03:00:00Z")).isEqualTo("2026-03-29T01:30:00Z");
  }

  @Test
  void dayThatStartsInTheHourThatComesTwiceStartsOnce() {
    QueueCalendar half = calendar("Europe/Berlin", "02:30", 15);
    assertThat(dayStart(half, "2026-10-25T00:30:00Z")).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(dayStart(half, "2026-10-25T01:10:00Z")).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(dayStart(half, "2026-10-25T01:40:00Z")).isEqualTo("2026-10-25T00:30:00Z");
  }

  @Test
  void answersDoNotDependOnWhatWasAskedBefore() {
    QueueCalendar calendar = calendar("Europe/Berlin", "00:00", 60);
    List<String> asked =
        List.of("2026-10-25T00:30:00Z", "2026-03-29T00:30:00Z", "2026-10-25T01:30:00Z");
    for (String at : asked) {
      assertThat(intervalStart(calendar, at))
          .isEqualTo(intervalStart(calendar("Europe/Berlin", "00:00", 60), at));
      assertThat(dayStart(calendar, at))
          .isEqualTo(dayStart(calendar("Europe/Berlin", "00:00", 60), at));
    }
  }

  @Test
  void slotsAreTenSeconds() {
    assertThat(QueueCalendar.slotStart(micros("2026-03-02T09:00:19.999999Z")))
        .isEqualTo(micros("2026-03-02T09:00:10Z"));
  }

  @Test
  void intervalThatDoesNotDivideADayIsRefused() {
    assertThatThrownBy(() -> calendar("UTC", "00:00", 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT7M as interval");
    assertThatThrownBy(() -> calendar("UTC", "00:00", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> starts(QueueCalendar calendar, String from, String to) {
    List<String> starts = new ArrayList<>();
    long at = micros(from);
    while (at < micros(to)) {
      starts.add(Micros.instant(calendar.intervalStart(at)).toString());
      at = calendar.intervalEnd(at);
    }
    return starts;
  }

  private static Duration dayLength(QueueCalendar calendar, String within) {
    long start = calendar.dayStart(micros(within));
    long hour = Micros.of(Duration.ofHours(1));
    long end = start;
    while (calendar.dayStart(end) == start) {
      end += hour;
    }
    return Duration.between(Micros.instant(start), Micros.instant(end));
  }

  private static QueueCalendar calendar(String zone, String dayStart, int minutes) {
    return new QueueCalendar(
        ZoneId.of(zone), LocalTime.parse(dayStart), Duration.ofMinutes(minutes));
  }

  private static String intervalStart(QueueCalendar calendar, String at) {
    return Micros.instant(calendar.intervalStart(micros(at))).toString();
  }

  private static String intervalEnd(QueueCalendar calendar, String at) {
    return Micros.instant(calendar.intervalEnd(micros(at))).toString();
  }

  private static String dayStart(QueueCalendar calendar, String at) {
    return Micros.instant(calendar.dayStart(micros(at))).toString();
  }

  private static long micros(String instant) {
    return Micros.of(Instant.parse(instant));
  }
}
