// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MILLI = 1_000_000;

  private final Pace pace = new Pace(0);

  @Test
  void theFirstRoundIsAtOnce() {
    assertThat(pace.due(0)).isLessThanOrEqualTo(0);
  }

  @Test
  void cheapRoundsFollowEachOtherWithinMilliseconds() {
    pace.took(0, MILLI);
    assertThat(pace.due(MILLI)).isEqualTo(5 * MILLI);
    assertThat(pace.due(7 * MILLI)).isNegative();
  }

  @Test
  void dearRoundsTakeAQuarterOfTheTime() {
    pace.took(0, 40 * MILLI);
    assertThat(pace.due(40 * MILLI)).isEqualTo(120 * MILLI);
  }

  @Test
  void noScreenWaitsLongerThanItWouldNotice() {
    pace.took(0, 3_000 * MILLI);
    assertThat(pace.due(3_000 * MILLI)).isEqualTo(400 * MILLI);
  }
}
