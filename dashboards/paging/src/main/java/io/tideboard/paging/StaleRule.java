// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertKind;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.core.alerts.CloseReason;
import io.tideboard.core.alerts.Symptom;
import io.tideboard.core.clock.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the figures are stale. Told from outside of the job, since a job that stands still cannot
 * tell that it does.
 *
 * @param after for how long there must have been no figures, above 0; zero for never
 * @param eventTime whether events of any time are replayed, so that figures are as old as their
 *     record, and not as what they tell
 */
public record StaleRule(Duration after, boolean eventTime) {

  /** A job that is restarted is back in a third of that. */
  public static final StaleRule DEFAULT = new StaleRule(Duration.ofSeconds(30), false);

  /** Figures are fresh again when they are younger than this share of the limit. */
  private static final int FRESH_SHARE = 2;

  private static final String EVERY = "*";

  /**
   * What changes now.
   *
   * @param freshest of when the latest figures are; null when there were never any
   * @param open the episode that is open; null for none
   */
  Optional<AlertEpisode> judge(
      @Nullable Instant freshest, @Nullable AlertEpisode open, Instant now) {
    if (freshest == null || after.isZero()) {
      return Optional.empty();
    }
    Duration age = Duration.between(freshest, now);
    if (open == null && age.compareTo(after) >= 0) {
      // When it began follows from the figures: whichever notifier sees it, it is the same page.
      long since = Micros.of(freshest.plus(after));
      Symptom symptom =
          new Symptom(
              AlertKind.DATA_STALE,
              EVERY,
              AlertSeverity.CRITICAL,
              Micros.seconds(Micros.of(age)),
              Micros.seconds(Micros.of(after)),
              since);
      return Optional.of(AlertEpisode.open("", symptom, Micros.of(now)));
    }
    if (open != null && age.compareTo(after.dividedBy(FRESH_SHARE)) < 0) {
      return Optional.of(open.close(CloseReason.CLEARED, Micros.of(now)));
    }
    return Optional.empty();
  }
}
