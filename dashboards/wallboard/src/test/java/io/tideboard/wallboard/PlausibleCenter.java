// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.core.tally.QueueTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** An insurer's service center on an ordinary afternoon. */
public final class PlausibleCenter {

  private static final QueueDefinition USUAL = QueueDefinition.DEFAULT;

  public static final QueueCatalog CATALOG =
      new QueueCatalog(
          Map.of(
              "Returns", within(Duration.ofHours(4)),
              "Social", within(Duration.ofMinutes(30)),
              "Store desk", within(Duration.ofMinutes(5)),
              "Orders", within(Duration.ofSeconds(60))),
          USUAL);

  private record Queue(String name, String channel, int waiting, int waited, int served, int of) {}

  private static final List<Queue> QUEUES =
      List.of(
          new Queue("Claims", "voice", 14, 252, 72, 118),
          new Queue("Orders", "chat", 6, 52, 158, 203),
          new Queue("Support", "voice", 2, 9, 300, 341),
          new Queue("Support", "chat", 1, 14, 153, 166),
          new Queue("Billing", "voice", 0, 0, 82, 87),
          new Queue("Returns", "email", 37, 7_800, 52, 54),
          new Queue("Social", "social", 3, 220, 28, 31),
          new Queue("Store desk", "in_person", 4, 125, 60, 74),
          new Queue("Contracts and renewals for business customers", "voice", 0, 0, 0, 0),
          new Queue("Claims", "app", 1, 6, 12, 12),
          new Queue("Orders", "messaging", 2, 31, 41, 48));

  private PlausibleCenter() {}

  /** How every queue stands at that time. */
  public static List<QueueStatus> at(Instant now) {
    return QUEUES.stream().map(queue -> status(queue, Micros.of(now))).toList();
  }

  private static QueueStatus status(Queue queue, long now) {
    QueueDefinition definition = CATALOG.of(queue.name);
    long threshold = definition.threshold(queue.channel).toSeconds();
    int late = queue.waited > threshold ? Math.max(1, queue.waiting / 2) : 0;
    int atRisk = queue.waited > threshold * definition.atRiskShare() ? Math.max(1, late) : 0;
    QueueTally tally = new QueueTally();
    tally.add(Measure.OFFERED, queue.of + queue.waiting);
    tally.add(Measure.ANSWERED, queue.of - queue.of / 30);
    tally.add(Measure.ABANDONED, queue.of / 30);
    tally.add(Measure.ANSWERED_WITHIN_THRESHOLD, queue.served);
    PeriodCounts today = PeriodCounts.of(tally);
    return new QueueStatus(
        new QueueKey(queue.name, queue.channel),
        new QueueStatus.Freshness(now, now),
        new QueueStatus.Line(
            queue.waiting,
            queue.waiting == 0
                ? OptionalLong.empty()
                : OptionalLong.of(now - queue.waited * Micros.SECOND),
            atRisk,
            late,
            queue.of / 20 + 1),
        new QueueStatus.Counts(
            late,
            0,
            List.of(0L, 0L),
            today,
            today,
            List.of(today, today, today, today),
            Figures.lifetime(today)));
  }

  private static QueueDefinition within(Duration threshold) {
    return new QueueDefinition(
        threshold,
        Map.of(),
        USUAL.target(),
        USUAL.formula(),
        USUAL.shortAbandon(),
        USUAL.atRiskShare(),
        USUAL.timeZone(),
        USUAL.dayStart(),
        USUAL.interval(),
        OpeningHours.ALWAYS,
        Map.of(),
        null,
        Duration.ofMinutes(10));
  }
}
