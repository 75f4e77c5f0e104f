// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.events.Event;
import io.tideboard.testkit.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The oracle is trusted because it was counted by hand: 20 s, short up to 5 s, quarters, UTC. */
class NaiveOracleTest {

  private static final QueueKey SALES = new QueueKey("sales", "voice");
  private static final QueueKey BILLING = new QueueKey("billing", "voice");

  /** Nine to a quarter past: one answered in time and transferred, one short, one late, one on. */
  private static final List<Event> SCENE =
      Timeline.at("2026-03-02T09:00:00Z")
          .contact("in time")
          .queued()
          .after("12s")
          .answeredBy("ada")
          .after("14m")
          .held()
          .after("1m")
          .resumed()
          .after("1m")
          .transferredTo("billing")
          .after("30s")
          .answeredBy("ben")
          .after("2m")
          .ended()
          .contact("short")
          .queued()
          .after("5s")
          .abandoned()
          .contact("late")
          .queued()
          .after("25s")
          .answeredBy("cyd")
          .after("1m")
          .ended()
          .after("30s")
          .wrappedUpBy("cyd")
          .contact("unseen")
          .after("3m")
          .answeredBy("dan", "sales")
          .after("1m")
          .ended()
          .contact("waits")
          .after("10m")
          .queued()
          .events();

  private final NaiveOracle oracle = NaiveOracle.of(SCENE, QueueCatalog.DEFAULTS);

  @Test
  void countsByHand() {
    NaiveTally sales = oracle.total(SALES);
    assertThat(sales.get(Measure.OFFERED)).isEqualTo(5);
    assertThat(sales.get(Measure.ANSWERED)).isEqualTo(3);
    assertThat(sales.get(Measure.ANSWERED_WITHIN_THRESHOLD)).isEqualTo(1);
    assertThat(sales.get(Measure.ABANDONED)).isEqualTo(1);
    assertThat(sales.get(Measure.SHORT_ABANDONED)).isEqualTo(1);
    assertThat(sales.get(Measure.UNKNOWN_WAIT)).isEqualTo(1);
    assertThat(sales.get(Measure.TRANSFERRED_OUT)).isEqualTo(1);
    assertThat(sales.waits()).containsExactly(5_000_000L, 12_000_000L, 25_000_000L);
    assertThat(oracle.total(BILLING).get(Measure.TRANSFERRED_IN)).isEqualTo(1);
    assertThat(oracle.stillWaiting(SALES)).isZero();
    assertThat(sales.get(Measure.LOST)).as("given up after half a day").isEqualTo(1);
    assertThat(oracle.stillInProgress(SALES)).isZero();
  }

  @Test
  void timesByHandAreSplitAtAQuarterPast() {
    NaiveTally before = row("2026-03-02T09:00:00Z", Basis.EVENT);
    NaiveTally after = row("2026-03-02T09:15:00Z", Basis.EVENT);
    // In time: 14 min talk from 09:00:12, 48 s of its hold. Late: 1 min. Unseen: 1 min.
    assertThat(before.get(Measure.TALK_MICROS)).isEqualTo(960_000_000L);
    assertThat(before.get(Measure.HOLD_MICROS)).isEqualTo(48_000_000L);
    assertThat(before.get(Measure.WRAP_UP_MICROS)).isEqualTo(30_000_000L);
    assertThat(before.get(Measure.HANDLED)).isEqualTo(2);
    assertThat(after.get(Measure.HOLD_MICROS)).isEqualTo(12_000_000L);
    assertThat(after.get(Measure.TALK_MICROS)).isEqualTo(60_000_000L);
    assertThat(after.get(Measure.HANDLE_MICROS)).isEqualTo(960_000_000L);
  }

  @Test
  void breachesByHand() {
    assertThat(oracle.breaches().values())
        .extracting(b -> b.interaction() + " " + b.key().queue() + " " + b.kind().wire())
        .containsExactlyInAnyOrder(
            "late sales at_risk",
            "late sales breach",
            "late sales resolved",
            "in time billing at_risk",
            "in time billing breach",
            "in time billing resolved",
            "waits sales at_risk",
            "waits sales breach",
            "waits sales resolved");
  }

  @Test
  void waitingAtAnInstantByHand() {
    assertThat(oracle.waiting(SALES, Instant.parse("2026-03-02T08:59:59Z"))).isZero();
    assertThat(oracle.waiting(SALES, Instant.parse("2026-03-02T09:00:00Z"))).isEqualTo(3);
    assertThat(oracle.waiting(SALES, Instant.parse("2026-03-02T09:00:05Z"))).isEqualTo(2);
    assertThat(oracle.waiting(SALES, Instant.parse("2026-03-02T09:00:25Z"))).isZero();
    assertThat(oracle.waiting(SALES, Instant.parse("2026-03-02T09:11:00Z"))).isEqualTo(1);
  }

  @Test
  void todayAndWindowsByHand() {
    Instant soon = Instant.parse("2026-03-02T09:04:55Z");
    assertThat(oracle.window(SALES, soon, 5).get(Measure.OFFERED)).isEqualTo(4);
    assertThat(oracle.window(SALES, soon.plusSeconds(10), 5).get(Measure.OFFERED)).isEqualTo(1);
    assertThat(oracle.today(SALES, soon).get(Measure.OFFERED)).isEqualTo(5);
    assertThat(oracle.today(SALES, soon.plusSeconds(86_400)).get(Measure.OFFERED)).isZero();
  }

  @Test
  void differenceSaysWhereAndWhat() {
    NaiveTally expected = oracle.total(BILLING);
    assertThat(Difference.ofMeasures("billing", expected, new QueueTally()))
        .contains(
            "billing: offered expected 1, was 0", "billing: talkMicros expected 120000000, was 0");
    assertThat(Difference.ofMaps("breach", Map.of("a", 1), Map.of("b", 2)))
        .containsExactlyInAnyOrder(
            "breach: a expected 1, was null", "breach: b expected null, was 2");
    assertThat(Difference.ofRows(oracle.rows(), Map.of(), QueueCatalog.DEFAULTS))
        .contains(
            "billing/voice 2026-03-02T09:15:00Z by arrival: answerWait expected"
                + " [Bucket[bound=30000000, count=1]], was []");
  }

  @Test
  void queueThatNobodyJoinedIsNamed() {
    assertThatThrownBy(() -> oracle.total(new QueueKey("sails", "voice")))
        .hasMessageContaining("sails/voice as queue: expected one of");
  }

  private NaiveTally row(String start, Basis basis) {
    return oracle.rows().get(new RowKey(SALES, Instant.parse(start), basis));
  }
}
