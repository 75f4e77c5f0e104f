// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSxxx");

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T09:30:00Z,                    2026-03-02T09:30:00Z",
    "2026-03-02t09:30:00z,                    2026-03-02T09:30:00Z",
    "2026-03-02 09:30:00+01:00,               2026-03-02T08:30:00Z",
    "2026-03-02T00:30:00+05:45,               2026-03-01T18:45:00Z",
    "2026-12-31T20:00:00-08:30,               2027-01-01T04:30:00Z",
    "2026-03-02T09:30:00-00:00,               2026-03-02T09:30:00Z",
    "2026-03-02T09:30:00.5Z,                  2026-03-02T09:30:00.5Z",
    "2026-03-02T09:30:00.123456789Z,          2026-03-02T09:30:00.123456Z",
    "2026-03-02T09:30:00.0000009999999999Z,   2026-03-02T09:30:00Z",
    "2000-02-29T00:00:00Z,                    2000-02-29T00:00:00Z",
    "1970-01-01T00:00:00Z,                    1970-01-01T00:00:00Z",
    "1900-02-28T00:00:00Z,                    1900-02-28T00:00:00Z",
    "0000-01-01T00:00:00Z,                    0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999Z,             9999-12-31T23:59:59.999999Z"
  })
  void aTimeWithAnOffsetIsAnInstant(String text, Instant instant) {
    assertThat(Rfc3339.parse("time", text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2016-12-31T23:59:60Z", "2016-12-31T15:59:60-08:00", "2016-12-31T23:59:60.75Z"})
  void aLeapSecondIsTheLastMicrosecondBeforeItsEnd(String text) {
    assertThat(Rfc3339.parse("time", text)).isEqualTo("2016-12-31T23:59:59.999999Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-03-02",
        "2026-03-02Z",
        "2026-3-02T09:30:00Z",
        "2026-13-02T09:30:00Z",
        "2026-00-02T09:30:00Z",
        "2026-02-29T09:30:00Z",
        "1900-02-29T09:30:00Z",
        "2026-04-31T09:30:00Z",
        "2026-03-00T09:30:00Z",
        "2026-03-02_09:30:00Z",
        "2026-03-02T24:00:00Z",
        "2026-03-02T09:60:00Z",
        "2026-03-02T09:30:61Z",
        "2026-03-02T09:30:60Z",
        "2026-03-02T09:30Z",
        "2026-03-02T09:30:00.Z",
        "2026-03-02T09:30:00,5Z",
        "2026-03-02T09:30:00ZZ",
        "2026-03-02T09:30:00+01",
        "2026-03-02T09:30:00+0100",
        "2026-03-02T09:30:00+24:00",
        "2026-03-02T09:30:00+01:60",
        "2026-03-02T09:30:00+01:00:00",
        "+2026-03-02T09:30:00Z",
        " 2026-03-02T09:30:00Z",
        "1772443800",
        "２０２６-03-02T09:30:00Z",
        "now"
      })
  void anythingElseIsRefusedAndShown(String text) {
    InvalidEvent invalid = refusal(text);

    assertThat(invalid.code()).isEqualTo(ErrorCode.INVALID_TIME);
    assertThat(invalid.field()).isEqualTo("time");
    assertThat(invalid)
        .hasMessage(
            "'"
                + text
                + "' in time: expected an RFC 3339 time such as 2026-03-02T09:30:00.250+01:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-02T09:30:00", "2026-03-02 09:30:00.25"})
  void aTimeWithoutOffsetIsRefusedAsSuch(String text) {
    InvalidEvent invalid = refusal(text);

    assertThat(invalid.code()).isEqualTo(ErrorCode.TIME_WITHOUT_OFFSET);
    assertThat(invalid)
        .hasMessage("'" + text + "' in time: expected Z or an offset such as +01:00 at the end");
  }

  @Test
  void onlyTheNamedPartOfTheArrayIsRead() {
    char[] text = "x2026-03-02T09:30:00Z9".toCharArray();

    assertThat(Rfc3339.parse("time", text, 1, text.length - 2)).isEqualTo("2026-03-02T09:30:00Z");
  }

  @Property
  void readsWhatTheJdkWrites(
      @ForAll @LongRange(min = -62_167_000_000L, max = 253_402_200_000L) long second,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll @IntRange(min = -1079, max = 1079) int offsetMinutes) {
    Instant instant = Instant.ofEpochSecond(second, nanos);
    String text = FULL.format(instant.atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60)));

    assertThat(Rfc3339.parse("time", text)).isEqualTo(instant.truncatedTo(ChronoUnit.MICROS));
  }

  @Property
  void writesWhatTheJdkWrites(
      @ForAll @LongRange(min = -62_167_219_200L, max = 260_000_000_000L) long second,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    Instant instant = Instant.ofEpochSecond(second, nanos);

    assertThat(Rfc3339.format(instant))
        .isEqualTo(instant.truncatedTo(ChronoUnit.MICROS).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2024-02-29T23:59:59.001Z",
        "2026-03-02T09:30:00.000001Z",
        "2100-03-01T00:00:00.1Z",
        "1969-12-31T23:59:59Z"
      })
  void writesTheShortestFractionOfThreeOrSixDigits(String text) {
    assertThat(Rfc3339.format(Instant.parse(text))).isEqualTo(Instant.parse(text).toString());
  }

  private static InvalidEvent refusal(String text) {
    return catchThrowableOfType(InvalidEvent.class, () -> Rfc3339.parse("time", text));
  }
}
