// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertKind;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.core.alerts.CloseReason;
import io.tideboard.core.alerts.Symptom;
import io.tideboard.core.clock.Micros;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertLogTest {

  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private final AlertLog log = new AlertLog();

  private static AlertEpisode open(int second) {
    long at = Micros.of(NOON.plusSeconds(second));
    Symptom symptom = new Symptom(AlertKind.WAITING, "voice", AlertSeverity.WARNING, 9, 5, at);
    return AlertEpisode.open("sales", symptom, at);
  }

  private static AlertEpisode closed(int second) {
    return open(second).close(CloseReason.CLEARED, Micros.of(NOON.plusSeconds(second + 60)));
  }

  @Test
  void openOnesComeFirstAndALateRecordChangesNothing() {
    log.take(closed(500), NOON);
    log.take(open(500), NOON);
    log.take(open(0), NOON);
    log.take(closed(10), NOON);
    assertThat(log.those(any -> true))
        .extracting(AlertEpisode::id)
        .containsExactly(open(0).id(), closed(500).id(), closed(10).id());
    assertThat(log.those(AlertEpisode::isOpen)).hasSize(1);
  }

  @Test
  void whatWasOverIsForgottenAfterAWeekAndWhatIsOpenIsNot() {
    log.take(open(0), NOON);
    log.take(closed(10), NOON);
    log.expire(NOON.plus(AlertLog.LONGEST).plusSeconds(1));
    assertThat(log.those(any -> true)).extracting(AlertEpisode::isOpen).containsExactly(true);
  }

  @Test
  void ofManyThatAreOverTheLatestStay() {
    for (int i = 0; i <= 2 * AlertLog.MOST; i++) {
      log.take(closed(i), NOON);
    }
    assertThat(log.those(any -> true)).hasSize(AlertLog.MOST).first().isEqualTo(closed(2_000));
  }
}
