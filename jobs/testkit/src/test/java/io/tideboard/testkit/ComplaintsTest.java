// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Kpi;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.ServiceLevelFormula;
import io.tideboard.events.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users of other systems complain about, as scenes. */
class ComplaintsTest {

  private static final QueueKey SALES = new QueueKey("sales", "voice");
  private static final QueueKey BILLING = new QueueKey("billing", "voice");

  @Test
  void figuresAreTheSameAfterARestart() {
    PureEngine engine = after(morning().events());
    QueueStatus before = engine.status(SALES, at("09:30:00"));
    engine.restart();
    assertThat(engine.status(SALES, at("09:30:00"))).isEqualTo(before);
    assertThat(before.counts().total().get(Measure.OFFERED)).isEqualTo(3);
  }

  @Test
  void callsThatWaitAtMidnightStayWaitingAndSpoilNoServiceLevel() {
    PureEngine engine = after(Timeline.at("2026-03-02T22:59:50Z").contact("c1").queued().events());
    QueueStatus after = engine.status(SALES, Instant.parse("2026-03-02T23:00:05Z"));
    assertThat(after.line().waiting()).isEqualTo(1);
    assertThat(after.counts().today().get(Measure.ABANDONED)).isZero();
    assertThat(Kpi.SERVICE_LEVEL.of(after.counts().today(), ServiceLevelFormula.ANSWERED)).isNull();
  }

  @Test
  void abandonsThatHappenedWhileNobodyListenedAreCountedWhenTheyArrive() {
    List<Event> scene =
        Timeline.at("2026-03-02T09:00:00Z")
            .contact("c1")
            .queued()
            .after("40s")
            .abandoned()
            .events();
    PureEngine engine = new PureEngine(Catalogs.MIXED);
    engine.advanceTo(at("13:00:00"));
    scene.forEach(engine::on);
    assertThat(engine.status(SALES, at("13:00:00")).counts().today().get(Measure.ABANDONED))
        .isEqualTo(1);
    assertThat(engine.breaches()).hasSize(3);
  }

  @Test
  void transferredContactIsOneMoreVisitInTheOtherQueueAndNotANewOneInTheFirst() {
    PureEngine engine =
        after(
            Timeline.at("2026-03-02T09:00:00Z")
                .contact("c1")
                .queued()
                .after("10s")
                .answeredBy("ada")
                .after("1m")
                .transferredTo("billing")
                .after("10s")
                .answeredBy("ben")
                .after("1m")
                .ended()
                .events());
    assertThat(total(engine, SALES, Measure.OFFERED)).isEqualTo(1);
    assertThat(total(engine, SALES, Measure.TRANSFERRED_OUT)).isEqualTo(1);
    assertThat(total(engine, BILLING, Measure.OFFERED)).isEqualTo(1);
    assertThat(total(engine, BILLING, Measure.TRANSFERRED_IN)).isEqualTo(1);
  }

  @Test
  void callThatEndedDoesNotStayInProgress() {
    PureEngine engine = after(morning().events());
    assertThat(engine.status(SALES, at("09:30:00")).line().inProgress()).isZero();
  }

  @Test
  void answeredCallIsNeverListedAsAbandoned() {
    PureEngine engine =
        after(
            Timeline.at("2026-03-02T09:00:00Z")
                .contact("c1")
                .queued()
                .after("10s")
                .answeredBy("ada")
                .after("5s")
                .abandoned()
                .after("1s")
                .ended()
                .events());
    assertThat(total(engine, SALES, Measure.ANSWERED)).isEqualTo(1);
    assertThat(total(engine, SALES, Measure.ABANDONED)).isZero();
  }

  @Test
  void doubledEventsCountOnce() {
    List<Event> scene = morning().events();
    List<Event> doubled = new ArrayList<>(scene);
    doubled.addAll(scene);
    assertThat(after(doubled).rows()).isEqualTo(after(scene).rows());
  }

  @Test
  void missingEndedLeavesNobodyWaiting() {
    PureEngine engine =
        after(
            Timeline.at("2026-03-02T09:00:00Z")
                .contact("c1")
                .queued()
                .after("10s")
                .answeredBy("ada")
                .after("5m")
                .wrappedUpBy("ada")
                .events());
    QueueStatus.Line line = engine.status(SALES, at("09:30:00")).line();
    assertThat(line.waiting()).isZero();
    assertThat(line.inProgress()).isZero();
  }

  @Test
  void everyQueueAndChannelHasItsOwnThreshold() {
    PureEngine engine =
        after(
            Timeline.at("2026-03-02T09:00:00Z")
                .voice()
                .contact("call")
                .queued()
                .after("30s")
                .answeredBy("ada")
                .chat()
                .contact("chat")
                .queued()
                .after("30s")
                .answeredBy("ben")
                .events());
    QueueKey chat = new QueueKey("sales", "chat");
    assertThat(total(engine, SALES, Measure.ANSWERED_WITHIN_THRESHOLD)).isZero();
    assertThat(total(engine, chat, Measure.ANSWERED_WITHIN_THRESHOLD)).isEqualTo(1);
  }

  @Test
  void oneMetricHasOneValueWhereverItIsShown() {
    PureEngine engine = after(morning().events());
    QueueStatus status = engine.status(SALES, at("09:10:00"));
    QueueTally day = new QueueTally();
    engine.rows().entrySet().stream()
        .filter(row -> row.getKey().key().equals(SALES))
        .filter(row -> row.getKey().basis().wire().equals("arrival"))
        .forEach(row -> day.add(row.getValue(), 1));
    for (Kpi kpi : Kpi.values()) {
      Double today = kpi.of(status.counts().today(), ServiceLevelFormula.ANSWERED);
      assertThat(kpi.of(day, ServiceLevelFormula.ANSWERED)).as(kpi.wire()).isEqualTo(today);
      assertThat(kpi.of(status.counts().windows().get(3), ServiceLevelFormula.ANSWERED))
          .as(kpi.wire())
          .isEqualTo(today);
    }
  }

  /** Three calls around nine: answered, given up, and answered too late. */
  private static Timeline morning() {
    return Timeline.at("2026-03-02T09:00:00Z")
        .contact("c1")
        .queued()
        .after("12s")
        .answeredBy("ada")
        .after("3m")
        .ended()
        .after("30s")
        .wrappedUpBy("ada")
        .contact("c2")
        .after("5s")
        .queued()
        .after("40s")
        .abandoned()
        .contact("c3")
        .after("1m")
        .queued()
        .after("25s")
        .answeredBy("ben")
        .after("2m")
        .ended();
  }

  private static PureEngine after(List<Event> events) {
    return PureEngine.after(events, Catalogs.MIXED);
  }

  private static long total(PureEngine engine, QueueKey key, Measure measure) {
    return engine.status(key, at("12:00:00")).counts().total().get(measure);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-02T" + time + "Z");
  }
}
