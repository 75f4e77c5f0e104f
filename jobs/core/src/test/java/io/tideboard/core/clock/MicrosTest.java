// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicrosTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "1000, 1",
    "1001, 2",
    "-1, 0",
    "-1000, -1",
    "-1001, -1",
    "-9223372036854775808, -9223372036854775",
    "9223372036854775807, 9223372036854776"
  })
  void firstMillisecondIsNotBeforeTheInstantHoweverFarAway(long micros, long millis) {
    assertThat(Micros.ceilMillis(micros)).isEqualTo(millis);
  }
}
