// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideboard.testkit.Timeline;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The judge, judged by hand. */
class WaitJudgementTest {

  /**
   * Three calls, answered after 10, 30 and 20 seconds; the second arrives after the first was
   * answered, the third after the second. One more gives up.
   */
  private static final Timeline MORNING =
      Timeline.at("2026-03-02T09:00:00Z")
          .contact("c1")
          .queued()
          .after("10s")
          .answeredBy("ada")
          .contact("c2")
          .after("60s")
          .queued()
          .after("30s")
          .answeredBy("ben")
          .contact("c3")
          .after("120s")
          .queued()
          .after("20s")
          .answeredBy("cyd")
          .contact("c4")
          .after("5m")
          .queued()
          .after("9s")
          .abandoned();

  private final WaitScores scores = WaitJudgement.of(MORNING.events().iterator());

  @Test
  void answeredContactsAreJudgedAndComparedOnceEveryGuessHadSomethingToGoBy() {
    assertThat(scores.judged())
        .extracting(JudgedWait::waited)
        .containsExactly(10_000_000L, 30_000_000L, 20_000_000L);
    assertThat(scores.compared()).isEqualTo(2);
  }

  @Test
  void lastWaitIsThatOfTheContactAnsweredLast() {
    // 10 for 30, 30 for 20.
    assertThat(scores.meanAbsoluteError("last wait")).isCloseTo(15, within(1e-9));
  }

  @Test
  void averageIsThatOfAllAnsweredInTheLastQuarterOfAnHour() {
    // 10 for 30, 20 for 20.
    assertThat(scores.meanAbsoluteError("ASA 15 min")).isCloseTo(10, within(1e-9));
  }

  @Test
  void averageHasNothingToGoByAfterASilentQuarterOfAnHour() {
    WaitScores later =
        WaitJudgement.of(
            Timeline.at("2026-03-02T09:00:00Z")
                .contact("c1")
                .queued()
                .after("10s")
                .answeredBy("ada")
                .contact("c2")
                .after("15m10s")
                .queued()
                .after("30s")
                .answeredBy("ben")
                .events()
                .iterator());
    assertThat(later.judged()).hasSize(2);
    assertThat(later.compared()).isZero();
    assertThat(later.meanAbsoluteError("last wait")).isNaN();
  }

  @Test
  void queuesAreJudgedEachByItsOwnPast() {
    WaitScores other =
        WaitJudgement.of(
            Timeline.at("2026-03-02T09:00:00Z")
                .contact("c1")
                .queued("sales")
                .after("10s")
                .answeredBy("ada")
                .contact("c2")
                .after("60s")
                .queued("billing")
                .after("30s")
                .answeredBy("ben")
                .events()
                .iterator());
    assertThat(other.compared()).isZero();
  }

  @Test
  void nobodyIsToldOfWhatHappensLater() {
    WaitScores early = scores.before(at("09:00:30"));
    assertThat(early.judged()).hasSize(1);
    assertThat(early.judged().get(0).guesses()).allMatch(guess -> guess.isEmpty());
  }

  @Test
  void tableHasALineForAllAndOneForEachQueue() {
    assertThat(scores.table().lines()).hasSize(3).anyMatch(line -> line.startsWith("sales/voice"));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-02T" + time + "Z");
  }
}
