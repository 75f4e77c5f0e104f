// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplayClockTest {

  private static final Instant MORNING = Instant.parse("1999-02-01T08:00:00Z");

  private Instant wall = Instant.parse("2026-03-01T12:00:00Z");
  private final InstantSource wallClock = () -> wall;
  private final ReplayClock clock = new ReplayClock(wallClock, Duration.ofMinutes(5));

  @Test
  void oneSourceTellsTheTime() {
    assertThat(clock.after("pbx", MORNING)).isEqualTo(MORNING);
    assertThat(clock.after("pbx", at(10))).isEqualTo(at(10));
  }

  @Test
  void aLateEventDoesNotTurnTheClockBack() {
    clock.after("pbx", at(10));
    assertThat(clock.after("pbx", at(3))).isEqualTo(at(10));
    assertThat(clock.after("chat", at(0))).isEqualTo(at(10));
  }

  @Test
  void aSourceAloneIsBelievedEvenIfItJumps() {
    clock.after("pbx", at(0));
    assertThat(clock.after("pbx", at(600))).isEqualTo(at(600));
  }

  @Test
  void aSourceAheadOfTheOtherMovesOnlyWithinTheTolerance() {
    clock.after("pbx", at(0));
    assertThat(clock.after("chat", at(5))).isEqualTo(at(5));
    assertThat(clock.after("chat", at(6))).isEqualTo(at(5));
  }

  @Test
  void oneWrongClockMovesNobodysTime() {
    clock.after("pbx", at(0));
    clock.after("chat", at(1));
    assertThat(clock.after("wrong", at(50_000))).isEqualTo(at(1));
    assertThat(clock.after("pbx", at(2))).isEqualTo(at(2));
    assertThat(clock.after("wrong", at(50_001))).isEqualTo(at(2));
  }

  @Test
  void aSourceThatWasAheadCountsAgainWhenTheOthersCatchUp() {
    clock.after("pbx", at(0));
    clock.after("ahead", at(60));
    assertThat(clock.after("pbx", at(54))).isEqualTo(at(54));
    assertThat(clock.after("pbx", at(55))).isEqualTo(at(60));
  }

  @Test
  void aSourceThatWentSilentHasNoSay() {
    clock.after("pbx", at(0));
    wall = wall.plusSeconds(11);
    assertThat(clock.after("chat", at(60))).isEqualTo(at(60));
  }

  @Test
  void aSourceHasASayForTenSeconds() {
    clock.after("pbx", at(0));
    wall = wall.plusSeconds(10);
    assertThat(clock.after("chat", at(60))).isEqualTo(at(0));
  }

  @Test
  void inventedSourcesBeyondTheCapDoNotMoveTheClock() {
    for (int i = 0; i < 1000; i++) {
      clock.after("source-" + i, at(0));
    }
    assertThat(clock.after("one-more", at(1))).isEqualTo(at(0));
    wall = wall.plusSeconds(11);
    assertThat(clock.after("one-more", at(1))).isEqualTo(at(1));
  }

  @Test
  void theClockNeverStepsBackWhateverIsSent() {
    Random random = new Random(7);
    Instant last = Instant.MIN;
    for (int i = 0; i < 5000; i++) {
      wall = wall.plusMillis(random.nextInt(500));
      Instant now = clock.after("s" + random.nextInt(5), at(random.nextInt(2000)));
      assertThat(now).isAfterOrEqualTo(last);
      last = now;
    }
    assertThat(last).isAfter(MORNING);
  }

  private static Instant at(long minutes) {
    return MORNING.plus(Duration.ofMinutes(minutes));
  }
}
