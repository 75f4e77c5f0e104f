// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertKind;
import io.tideboard.core.alerts.AlertPhase;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.core.alerts.CloseReason;
import io.tideboard.core.alerts.Symptom;
import io.tideboard.core.clock.Micros;
import java.time.Instant;
import java.util.List;

/** Episodes for tests. */
final class Episodes {

  static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private Episodes() {}

  /** One of that queue, opened so many seconds after noon. */
  static AlertEpisode open(String queue, int second) {
    return open(queue, second, AlertSeverity.WARNING);
  }

  static AlertEpisode open(String queue, int second, AlertSeverity severity) {
    Symptom symptom = new Symptom(AlertKind.LONGEST_WAIT, "voice", severity, 60, 60, at(second));
    return AlertEpisode.open(queue, symptom, at(second));
  }

  static AlertEpisode stale(int second) {
    Symptom symptom =
        new Symptom(AlertKind.DATA_STALE, "*", AlertSeverity.CRITICAL, 30, 30, at(second));
    return AlertEpisode.open("", symptom, at(second));
  }

  static AlertEpisode escalated(AlertEpisode open, int second) {
    return new AlertEpisode(
        open.origin(),
        AlertPhase.ESCALATED,
        AlertSeverity.CRITICAL,
        List.copyOf(open.symptoms()),
        open.revision() + 1,
        at(second),
        null);
  }

  static AlertEpisode closed(AlertEpisode open, int second) {
    return open.close(CloseReason.CLEARED, at(second));
  }

  static long at(int second) {
    return Micros.of(NOON.plusSeconds(second));
  }
}
