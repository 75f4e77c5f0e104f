// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.breach;

import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.QueueTerms;

/**
 * A queue's promise to one contact is about to break, breaks, or is settled. Each kind comes once a
 * visit.
 *
 * @param interaction whose visit
 * @param key in which queue, on which channel
 * @param visitBegin when the visit began, in microseconds; tells apart visits to one queue
 * @param time when it happened, in microseconds
 * @param waited how long the contact had waited then
 * @param threshold what was promised
 */
public record Breach(
    BreachKind kind,
    String interaction,
    QueueKey key,
    long visitBegin,
    long time,
    long waited,
    long threshold) {

  static Breach of(BreachKind kind, String interaction, QueueVisit visit, QueueTerms terms) {
    long waited =
        switch (kind) {
          case AT_RISK -> terms.atRiskAfter();
          case BREACH -> terms.threshold();
          case RESOLVED -> visit.waitMicros();
        };
    return new Breach(
        kind,
        interaction,
        terms.key(),
        visit.begin(),
        visit.begin() + waited,
        waited,
        terms.threshold());
  }

  /** The same for the same visit and kind, in every run: {@code interaction/queue/begin/kind}. */
  public String id() {
    return interaction + "/" + key.queue() + "/" + visitBegin + "/" + kind.wire();
  }
}
