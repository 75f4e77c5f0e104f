// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepetitionsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Repetitions repetitions = new Repetitions();

  @Test
  void aMarkIsKnownToItsOwnSourceOnly() {
    repetitions.remember("desk", "m-1", NOW);
    assertThat(repetitions.has("desk", "m-1", NOW)).isTrue();
    assertThat(repetitions.has("desk", "m-2", NOW)).isFalse();
    assertThat(repetitions.has("des", "km-1", NOW)).isFalse();
  }

  @Test
  void aMarkIsForgottenWhenItsSignedTimeIsTooOldAnyway() {
    repetitions.remember("desk", "m-1", NOW);
    repetitions.remember("desk", "m-2", NOW.plusSeconds(1));
    assertThat(repetitions.has("desk", "m-1", NOW.plus(Duration.ofMinutes(10)))).isTrue();
    assertThat(repetitions.has("desk", "m-1", NOW.plus(Duration.ofMinutes(10)).plusMillis(1)))
        .isFalse();
    assertThat(repetitions.size()).isEqualTo(1);
  }

  @Test
  void aFloodOfMarksTakesNoMoreMemory() {
    for (int i = 0; i < 60_000; i++) {
      repetitions.remember("desk", "m-" + i, NOW);
    }
    assertThat(repetitions.size()).isEqualTo(50_000);
    assertThat(repetitions.has("desk", "m-59999", NOW)).isTrue();
    assertThat(repetitions.has("desk", "m-0", NOW)).isFalse();
  }
}
