// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.alerts.AlertEpisode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StaleRuleTest {

  private static final Instant FRESHEST = Episodes.NOON;

  private static Instant after(int seconds) {
    return FRESHEST.plusSeconds(seconds);
  }

  @Test
  void figuresAreStaleAfterThirtySecondsAndTheSamePageForEverybody() {
    StaleRule rule = StaleRule.DEFAULT;
    assertThat(rule.judge(FRESHEST, null, after(29))).isEmpty();
    AlertEpisode one = rule.judge(FRESHEST, null, after(30)).orElseThrow();
    AlertEpisode other = rule.judge(FRESHEST, null, after(33)).orElseThrow();
    assertThat(one.id()).isEqualTo(other.id()).startsWith("data_stale//*/");
    assertThat(rule.judge(FRESHEST, one, after(60))).isEmpty();
    assertThat(rule.judge(after(61), one, after(62)).orElseThrow().isOpen()).isFalse();
  }

  @Test
  void whatNeverWasIsNotStaleAndNorIsWhatNobodyWatches() {
    assertThat(StaleRule.DEFAULT.judge(null, null, after(1_000))).isEmpty();
    assertThat(new StaleRule(Duration.ZERO, false).judge(FRESHEST, null, after(1_000))).isEmpty();
  }
}
