// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;

/**
 * A queue's definition on one channel, made ready for counting: microseconds, and a calendar of its
 * own. Not safe for use by several threads.
 */
public final class QueueTerms {

  private final QueueKey key;
  private final long threshold;
  private final long shortAbandon;
  private final long atRiskAfter;
  private final QueueCalendar calendar;

  private QueueTerms(QueueKey key, QueueDefinition definition) {
    this.key = key;
    this.threshold = Micros.of(definition.threshold(key.channel()));
    this.shortAbandon = Micros.of(definition.shortAbandon());
    this.atRiskAfter = Math.round(threshold * definition.atRiskShare());
    this.calendar = definition.calendar();
  }

  /** The terms of that queue and channel. */
  public static QueueTerms of(QueueKey key, QueueCatalog catalog) {
    return new QueueTerms(key, catalog.of(key.queue()));
  }

  /** Which queue and channel. */
  public QueueKey key() {
    return key;
  }

  /** Within which a contact should be answered. */
  public long threshold() {
    return threshold;
  }

  /** Within which giving up is a short abandon. */
  public long shortAbandon() {
    return shortAbandon;
  }

  /** After which a waiting contact is at risk. */
  public long atRiskAfter() {
    return atRiskAfter;
  }

  /** Its days and intervals. */
  public QueueCalendar calendar() {
    return calendar;
  }
}
