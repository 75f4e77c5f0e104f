// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

  @Test
  void aSpeedIsWrittenAsANumberOfTimesOrMax() {
    assertThat(Speed.parse("60")).isEqualTo(new Speed(60));
    assertThat(Speed.parse("60x")).isEqualTo(new Speed(60));
    assertThat(Speed.parse("0.5")).isEqualTo(new Speed(0.5));
    assertThat(Speed.parse("max")).isEqualTo(Speed.MAX).isEqualTo(Speed.parse("0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fast", "-1", "NaN", "Infinity", "x"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Speed.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in speed: expected a number of times real time, or max");
  }

  @Test
  void retryAfterIsSecondsOrADateAndNeverMoreThanAMinute() {
    Instant now = Instant.parse("2026-03-02T10:00:00Z");
    assertThat(RetryAfter.of("7", now)).isEqualTo(Duration.ofSeconds(7));
    assertThat(RetryAfter.of("3600", now)).isEqualTo(Duration.ofSeconds(60));
    assertThat(RetryAfter.of("Mon, 2 Mar 2026 10:00:05 GMT", now)).isEqualTo(Duration.ofSeconds(5));
    assertThat(RetryAfter.of("Mon, 2 Mar 2026 09:00:00 GMT", now)).isEqualTo(Duration.ZERO);
    assertThat(RetryAfter.of("soon", now)).isEqualTo(Duration.ofSeconds(1));
    assertThat(RetryAfter.of(null, now)).isEqualTo(Duration.ofSeconds(1));
  }
}
