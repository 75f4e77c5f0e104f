// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.breach.Breach;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.breach.PromiseKind;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.QueueStatus.Freshness;
import io.tideboard.core.tally.LifetimeCounts;
import io.tideboard.core.tally.LifetimeTally;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import io.tideboard.core.tally.Timing;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private static final QueueKey KEY = new QueueKey("verkauf \"süd\"", "in_person");
  private static final long NOON = Micros.of(Instant.parse("2026-03-02T12:00:00.000001Z"));

  @Test
  void statusIsReadBack() {
    QueueStatus status = status(OptionalLong.of(NOON - 1));
    assertThat(Results.readStatus(Results.write(status))).isEqualTo(status);
  }

  @Test
  void statusOfAnEmptyQueueHasNoOldest() {
    QueueStatus status = status(OptionalLong.empty());
    assertThat(text(Results.write(status))).doesNotContain("oldest");
    assertThat(Results.readStatus(Results.write(status))).isEqualTo(status);
  }

  @Test
  void intervalRowIsReadBack() {
    IntervalRow row = new IntervalRow(KEY, NOON, 15, Basis.EVENT, 42, tally());
    IntervalRow read = Results.readRow(Results.write(row));
    assertThat(read).isEqualTo(row);
    assertThat(read.wire()).isEqualTo(KEY.wire() + "/2026-03-02T12:00:00.000001Z/event");
  }

  @Test
  void breachIsReadBack() {
    Breach breach =
        new Breach(BreachKind.RESOLVED, PromiseKind.WAIT, "c1", KEY, NOON, NOON + 31, 31, 20);
    for (boolean withdrawn : new boolean[] {true, false}) {
      BreachRecord told = new BreachRecord(breach, withdrawn);
      assertThat(Results.readBreach(Results.write(told))).isEqualTo(told);
    }
  }

  @Test
  void fieldsOfALaterVersionAreIgnored() {
    byte[] row = Results.write(new IntervalRow(KEY, NOON, 15, Basis.ARRIVAL, 42, tally()));
    String later = text(row).replaceFirst("\\{", "{\"newer\":[{}],");
    assertThat(Results.readRow(later.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Results.readRow(row));
  }

  @Test
  void whatIsNoJsonIsRefused() {
    byte[] garbage = "{".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Results.readRow(garbage)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void laterRevisionReplacesAnEarlierOneAndThenTheLaterTime() {
    assertThat(new Freshness(2, 5)).isGreaterThan(new Freshness(1, 9));
    assertThat(new Freshness(2, 5)).isLessThan(new Freshness(2, 6));
  }

  private static QueueStatus status(OptionalLong oldest) {
    PeriodCounts some = PeriodCounts.of(tally());
    PeriodCounts none = PeriodCounts.of(new QueueTally());
    return new QueueStatus(
        KEY,
        new Freshness(7, NOON),
        new QueueStatus.Line(3, oldest, 2, 1, 4),
        new QueueStatus.Counts(
            5, 6, List.of(7L, 8L), some, none, List.of(none, some, some, some), lifetime()));
  }

  /** One more was offered and abandoned before a late event corrected it. */
  private static LifetimeCounts lifetime() {
    LifetimeTally lifetime = new LifetimeTally();
    QueueTally before = tally();
    before.add(Measure.OFFERED, 1);
    before.add(Measure.ABANDONED, 1);
    lifetime.counts(before, 6);
    lifetime.time(Timing.ANSWER_WAIT, 12_345_678, 15 * Micros.SECOND, 1);
    lifetime.time(Timing.ANSWER_WAIT, 17_000_000, 15 * Micros.SECOND, 1);
    return lifetime.counts(tally(), 5);
  }

  private static QueueTally tally() {
    QueueTally tally = new QueueTally();
    tally.add(Measure.OFFERED, 3);
    tally.add(Measure.ANSWER_WAIT_MICROS, 12_345_678_901L);
    tally.add(Sample.ANSWER_WAIT, 12_345_678, 2);
    tally.add(Sample.ABANDON_WAIT, 0, 1);
    return tally;
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
