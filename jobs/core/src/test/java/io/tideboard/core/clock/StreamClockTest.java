// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StreamClockTest {

  private final StreamClock clock = new StreamClock(200, StreamClock.UNKNOWN, 1_000);

  @Test
  void nobodyKnowsTheTimeBeforeTheFirstEvent() {
    assertThat(clock.tick(5_000)).isEqualTo(StreamClock.UNKNOWN);
  }

  @Test
  void eventsTellTheTime() {
    assertThat(clock.hear(70_000, 1_000)).isEqualTo(70_000);
    assertThat(clock.now()).isEqualTo(70_000);
  }

  @Test
  void silenceMovesTimeOnByTheClock() {
    clock.hear(70_000, 1_000);
    assertThat(clock.tick(1_199)).isEqualTo(70_000);
    assertThat(clock.tick(1_200)).isEqualTo(70_200);
    assertThat(clock.tick(4_000)).isEqualTo(73_000);
  }

  @Test
  void timeNeverStepsBack() {
    clock.hear(70_000, 1_000);
    clock.tick(4_000);
    assertThat(clock.hear(71_000, 4_100)).isEqualTo(73_000);
    assertThat(clock.hear(60_000, 4_200)).isEqualTo(73_000);
    assertThat(clock.tick(4_300)).isEqualTo(73_000);
  }

  @Test
  void restoredStreamGoesOnWhereItStood() {
    StreamClock restored = new StreamClock(200, 73_000, 9_000);
    assertThat(restored.now()).isEqualTo(73_000);
    assertThat(restored.tick(9_500)).isEqualTo(73_500);
  }

  @Test
  void microsAndInstantsAreTheSame() {
    Instant instant = Instant.parse("1969-12-31T23:59:59.999999Z");
    assertThat(Micros.of(instant)).isEqualTo(-1);
    assertThat(Micros.instant(-1)).isEqualTo(instant);
    assertThat(Micros.of(Duration.ofMillis(1_500))).isEqualTo(1_500_000);
    assertThat(Micros.seconds(1_500_000)).isEqualTo(1.5);
  }

  @Test
  void timerIsNeverBeforeItsInstant() {
    assertThat(Micros.ceilMillis(5_000)).isEqualTo(5);
    assertThat(Micros.ceilMillis(5_001)).isEqualTo(6);
    assertThat(Micros.ceilMillis(-5_001)).isEqualTo(-5);
  }
}
