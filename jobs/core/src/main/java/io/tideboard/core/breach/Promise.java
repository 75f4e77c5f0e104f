// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.breach;

import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.QueueTerms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a queue promised to a visit: which warnings and breaches there are, and when. */
final class Promise {

  /** No further warning or breach will come. */
  static final long NEVER = Long.MAX_VALUE;

  private Promise() {}

  /**
   * Every warning and breach of the visit that is certain when time has come to {@code until}. Of a
   * visit that ended everything is certain.
   */
  static List<Breach> broken(
      String interaction, @Nullable QueueVisit visit, QueueTerms terms, long until) {
    if (visit == null || !visit.beginKnown()) {
      return List.of();
    }
    // At the instant itself an answer is still in time, and one who waits is not.
    long lasted = visit.waiting() ? until - visit.begin() : visit.waitMicros() - 1;
    if (lasted < terms.atRiskAfter()) {
      return List.of();
    }
    List<Breach> found = new ArrayList<>(3);
    found.add(Breach.of(BreachKind.AT_RISK, interaction, visit, terms));
    if (lasted >= terms.threshold()) {
      found.add(Breach.of(BreachKind.BREACH, interaction, visit, terms));
      if (!visit.waiting()) {
        found.add(Breach.of(BreachKind.RESOLVED, interaction, visit, terms));
      }
    }
    return found;
  }

  /** When the next warning or breach of a waiting visit comes after {@code after}, or NEVER. */
  static long next(QueueVisit visit, QueueTerms terms, long after) {
    if (!visit.waiting()) {
      return NEVER;
    }
    long atRisk = visit.begin() + terms.atRiskAfter();
    long breach = visit.begin() + terms.threshold();
    return atRisk > after ? atRisk : breach > after ? breach : NEVER;
  }

  /** The last warning or breach of a waiting visit that came by {@code until}, or long ago. */
  static long last(QueueVisit visit, QueueTerms terms, long until) {
    long atRisk = visit.begin() + terms.atRiskAfter();
    long breach = visit.begin() + terms.threshold();
    return breach <= until ? breach : atRisk <= until ? atRisk : Long.MIN_VALUE;
  }
}
