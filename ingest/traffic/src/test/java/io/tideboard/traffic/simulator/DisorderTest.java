// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisorderTest {

  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final List<Event> LOG =
      new SimulatedLog(Scenarios.midSizeCenter().lasting(Duration.ofHours(9)), 1).events;

  @Test
  void duplicatedBringsEveryEventTwice() {
    List<Event> twice = Disorder.duplicated(LOG);
    assertThat(twice).hasSize(2 * LOG.size());
    assertThat(twice.get(0)).isSameAs(twice.get(1)).isSameAs(LOG.get(0));
  }

  @Test
  void shuffledKeepsEveryEventAndOvertakesNothingOlderThanTheWindow() {
    List<Event> shuffled = Disorder.shuffledWithin(LOG, WINDOW, 4);
    assertThat(shuffled).isNotEqualTo(LOG).containsExactlyInAnyOrderElementsOf(LOG);
    Instant newest = Instant.MIN;
    for (Event event : shuffled) {
      Instant at = event.header().occurredAt();
      assertThat(at.plus(WINDOW)).isAfter(newest.equals(Instant.MIN) ? Instant.EPOCH : newest);
      newest = at.isAfter(newest) ? at : newest;
    }
  }

  @Test
  void shufflingWithOneSeedIsRepeatable() {
    assertThat(Disorder.shuffledWithin(LOG, WINDOW, 4))
        .isEqualTo(Disorder.shuffledWithin(LOG, WINDOW, 4))
        .isNotEqualTo(Disorder.shuffledWithin(LOG, WINDOW, 5));
  }
}
