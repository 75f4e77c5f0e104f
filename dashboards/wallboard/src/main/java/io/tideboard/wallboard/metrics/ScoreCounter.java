// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.LifetimeCounts;
import io.tideboard.core.tally.Measure;
import io.tideboard.events.WireName;
import java.util.function.ToLongFunction;

/**
 * Surveys whose scores are counted as good or bad. The effort score is a mean, and has no bad ones.
 */
enum ScoreCounter implements WireName {
  /** Bad: 1 to 3. */
  CSAT(
      Measure.CSAT_SCORES,
      counts -> counts.get(Measure.CSAT_SCORES) - counts.get(Measure.CSAT_SATISFIED)),
  /** Bad: 0 to 6. */
  NPS(Measure.NPS_SCORES, counts -> counts.get(Measure.NPS_DETRACTORS));

  private final Measure scores;
  private final ToLongFunction<LifetimeCounts> bad;

  ScoreCounter(Measure scores, ToLongFunction<LifetimeCounts> bad) {
    this.scores = scores;
    this.bad = bad;
  }

  /** All scores given. */
  long scores(QueueStatus.Counts counts) {
    return counts.lifetime().get(scores);
  }

  /** Those of customers who are not content. */
  long bad(QueueStatus.Counts counts) {
    return Math.max(0, bad.applyAsLong(counts.lifetime()));
  }
}
