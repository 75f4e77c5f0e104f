// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.QueueTally;
import java.time.Duration;

/**
 * A queue's definition on one channel, made ready for counting: microseconds, and a calendar of its
 * own. Not safe for use by several threads.
 */
public final class QueueTerms {

  private final QueueKey key;
  private final long threshold;
  private final long shortAbandon;
  private final long atRiskAfter;
  private final long maxVisit;
  private final long resolution;
  private final long resolutionAtRiskAfter;
  private final long maxWrapUpSeconds;
  private final QueueDefinition definition;
  private final QueueCalendar calendar;

  private QueueTerms(QueueKey key, QueueDefinition definition, QueueCalendar calendar) {
    this.key = key;
    this.definition = definition;
    this.threshold = Micros.of(definition.threshold(key.channel()));
    this.shortAbandon = Micros.of(definition.shortAbandon());
    this.atRiskAfter = Math.round(threshold * definition.atRiskShare());
    this.maxVisit = Micros.of(definition.maxVisit(key.channel()));
    Duration promised = definition.resolution();
    this.resolution = promised == null ? QueueVisit.OPEN : Micros.of(promised);
    this.resolutionAtRiskAfter =
        promised == null ? QueueVisit.OPEN : Math.round(resolution * definition.atRiskShare());
    this.maxWrapUpSeconds = definition.maxWrapUp().toSeconds();
    this.calendar = calendar;
  }

  /** The terms of that queue and channel. */
  public static QueueTerms of(QueueKey key, QueueCatalog catalog) {
    return of(key, catalog.of(key.queue()));
  }

  /** The terms of that queue and channel, by its definition. */
  public static QueueTerms of(QueueKey key, QueueDefinition definition) {
    return new QueueTerms(key, definition, definition.calendar());
  }

  /** The same with another calendar. */
  QueueTerms by(QueueCalendar other) {
    return new QueueTerms(key, definition, other);
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

  /** After how long without news a visit is given up for lost. */
  public long maxVisit() {
    return maxVisit;
  }

  /** After how many seconds a wrap-up is cut off. */
  public long maxWrapUpSeconds() {
    return maxWrapUpSeconds;
  }

  /**
   * Within which an asynchronous contact should be resolved; {@link QueueVisit#OPEN} where that is
   * not promised.
   */
  public long resolution() {
    return resolution;
  }

  /** After which a resolution is at risk. */
  public long resolutionAtRiskAfter() {
    return resolutionAtRiskAfter;
  }

  /** Its days and intervals. */
  public QueueCalendar calendar() {
    return calendar;
  }

  /**
   * How much of a stretch of time lies in the queue's opening hours, in microseconds; by those that
   * held at its end.
   */
  public long inHours(long from, long to) {
    return calendar.inHours(from, to);
  }

  /** The counts of a period, with what depends on the promise counted by this one. */
  public Counted judge(QueueTally tally) {
    return tally.judgedBy(threshold, shortAbandon);
  }
}
