// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.lifecycle.Channels;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import io.tideboard.events.Event;
import io.tideboard.testkit.oracle.RowKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What always holds, at every instant, for whatever arrives. */
class IdentitiesTest {

  @Property(tries = 30)
  void offeredIsEveryOutcomeAndThoseWaitingAfterEveryEvent(@ForAll long seed) {
    Disorder disorder = Disorder.seeded(seed);
    List<Event> arriving =
        disorder.shuffled(
            disorder.skewed(
                disorder.cut(disorder.duplicated(Histories.of(seed, 12), 0.2), 0.1),
                0.2,
                Duration.ofMinutes(10)));
    PureEngine engine = new PureEngine(Catalogs.MIXED);
    for (Event event : arriving) {
      engine.advanceTo(event.header().occurredAt());
      engine.on(event);
      engine.flush();
      for (QueueKey key : engine.queues()) {
        holds(engine.status(key, event.header().occurredAt()));
      }
    }
  }

  private static void holds(QueueStatus status) {
    QueueStatus.Counts counts = status.counts();
    assertThat(AnyOrderTest.ended(counts.total()) + status.line().waiting())
        .isEqualTo(counts.total().get(Measure.OFFERED));
    for (Measure measure : Measure.values()) {
      assertThat(counts.total().get(measure)).as("%s", measure).isNotNegative();
    }
    assertThat(status.line().waiting()).isNotNegative();
    assertThat(status.line().inProgress()).isNotNegative();
    assertThat(status.line().breached()).isNotNegative();
    assertThat(status.line().atRisk()).isGreaterThanOrEqualTo(status.line().breached());
    if (!Channels.asynchronous(status.key().channel())) {
      assertThat(status.line().atRisk()).isLessThanOrEqualTo(status.line().waiting());
    }
  }

  @Property(tries = 50)
  void arrivalIntervalsAndEventIntervalsAddUpToTheSame(@ForAll long seed) {
    PureEngine engine =
        PureEngine.after(Disorder.seeded(seed).shuffled(Histories.of(seed, 25)), Catalogs.MIXED);
    for (QueueKey key : engine.queues()) {
      QueueTally arrivals = sum(engine, key, Basis.ARRIVAL);
      QueueTally events = sum(engine, key, Basis.EVENT);
      for (Measure measure : Measure.values()) {
        if (measure != Measure.OPEN) {
          assertThat(events.get(measure))
              .as("%s %s", key, measure)
              .isEqualTo(arrivals.get(measure));
        }
      }
      for (Sample sample : Sample.values()) {
        assertThat(events.sample(sample)).as("%s", sample).isEqualTo(arrivals.sample(sample));
      }
    }
  }

  @Property(tries = 30)
  void everySpeedGivesTheSame(@ForAll long seed) {
    List<Event> history = Histories.of(seed, 25);
    PureEngine inOrder = PureEngine.after(history, Catalogs.MIXED);
    PureEngine late = new PureEngine(Catalogs.MIXED);
    history.forEach(late::on);
    inOrder.advanceToTheEnd();
    late.advanceToTheEnd();
    assertThat(late.breaches()).isEqualTo(inOrder.breaches());
    assertThat(filled(late)).isEqualTo(filled(inOrder));
  }

  /** A row in which nothing is counted any more is not shown. */
  private static Map<RowKey, QueueTally> filled(PureEngine engine) {
    Map<RowKey, QueueTally> rows = new HashMap<>(engine.rows());
    rows.values().removeIf(QueueTally::isEmpty);
    return rows;
  }

  private static QueueTally sum(PureEngine engine, QueueKey key, Basis basis) {
    QueueTally sum = new QueueTally();
    engine.rows().entrySet().stream()
        .filter(row -> row.getKey().key().equals(key) && row.getKey().basis() == basis)
        .forEach(row -> sum.add(row.getValue(), 1));
    return sum;
  }
}
