// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideboard.events.InvalidEvent;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskTimesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T08:30:00Z",
    "2026-03-02T09:30:00+01:00",
    "2026-03-02 08:30:00 UTC",
    "2026-03-02T14:00:00+0530",
    "2026-03-02 14:00:00 +05:30",
    "2026-03-02 04:30:00 -0400",
    "1772440200",
    "1772440200000",
    "1772440200.0",
    "1.7724402E9"
  })
  void aTimeIsReadInEveryFormThatDesksWrite(String text) {
    assertThat(DeskTimes.of("time", text)).isEqualTo(Instant.parse("2026-03-02T08:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "1772440200.123456, 2026-03-02T08:30:00.123456Z",
    "1772440200.1234567, 2026-03-02T08:30:00.123457Z",
    "0.5, 1970-01-01T00:00:00.500Z"
  })
  void aFractionIsReadToTheMicrosecond(String text, Instant time) {
    assertThat(DeskTimes.of("time", text)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02 08:30:00, time_without_offset",
    "'Mon, Mar 2 at 8:30 AM', invalid_time",
    "-5, invalid_time",
    "1E99, invalid_time",
    "999999999999.5, invalid_time",
    "99999999999999999999999, invalid_value",
    "UTC, invalid_time",
    "'', invalid_value"
  })
  void whatIsNoTimeIsRefused(String text, String code) {
    InvalidEvent why =
        catchThrowableOfType(InvalidEvent.class, () -> DeskTimes.of("updated_at", text));

    assertThat(why.code().wire()).isEqualTo(code);
    assertThat(why.field()).isEqualTo("updated_at");
  }
}
