// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final Rounds rounds = new Rounds();

  @Test
  void whoMissedNothingIsToldWhatIsNewSinceTheLastRound() {
    tell(3);
    assertThat(rounds.after(3)).isEqualTo(30);
  }

  @Test
  void whoMissedRoundsIsToldAllOfThemAndAtMostTwiceAsMany() {
    tell(1_000);
    for (long known = 1; known < 1_000; known++) {
      long after = rounds.after(known) / 10;
      assertThat(after).isLessThanOrEqualTo(known);
      assertThat(1_000 - after).isLessThanOrEqualTo(2 * (1_000 - known));
    }
  }

  @Test
  void howeverManyFallBehindThereAreFewThingsToTell() {
    tell(10_000);
    Set<Long> different = new TreeSet<>();
    for (long known = 0; known <= 10_000; known++) {
      different.add(rounds.after(known));
    }
    assertThat(different).hasSizeLessThanOrEqualTo(15);
  }

  @Test
  void whoMissedMoreThanIsRememberedIsToldEverything() {
    tell(40_000);
    assertThat(rounds.after(1)).isZero();
    assertThat(rounds.roundOf(10)).isEqualTo(-1);
  }

  @Test
  void anEventIsOfTheRoundThatToldNoMore() {
    tell(5);
    assertThat(rounds.roundOf(30)).isEqualTo(3);
    assertThat(rounds.roundOf(39)).isEqualTo(3);
    assertThat(rounds.roundOf(-1)).as("of another run").isEqualTo(-1);
  }

  /** Ten changes in every round. */
  private void tell(int count) {
    for (int i = 1; i <= count; i++) {
      rounds.next(10L * i);
    }
  }
}
