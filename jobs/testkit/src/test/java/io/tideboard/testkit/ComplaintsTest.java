// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.agents.TeamKpi;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.DurationHistogram;
import io.tideboard.core.tally.Kpi;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import io.tideboard.core.tally.ServiceLevelFormula;
import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.Party;
import io.tideboard.events.SourceRestarted;
import io.tideboard.testkit.oracle.Difference;
import io.tideboard.testkit.oracle.NaiveOracle;
import java.time.Duration;
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
  void theListOfAbandonedCallsIsKnownAndNotOnlyTheirRate() {
    PureEngine engine = after(morning().events());
    assertThat(engine.abandons().values())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.interaction()).isEqualTo("c2");
              assertThat(call.key()).isEqualTo(SALES);
              assertThat(call.waited()).isEqualTo(40_000_000);
              assertThat(call.at()).isEqualTo(Micros.of(at("09:00:45")));
            });
    assertThat(total(engine, SALES, Measure.ABANDONED)).isEqualTo(1);
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
    assertThat(engine.abandons()).isEmpty();
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
    Counted table = Catalogs.MIXED.of("sales").judge(day, "voice");
    for (Kpi kpi : Kpi.values()) {
      Double today = kpi.of(status.counts().today(), ServiceLevelFormula.ANSWERED);
      assertThat(kpi.of(table, ServiceLevelFormula.ANSWERED)).as(kpi.wire()).isEqualTo(today);
      assertThat(kpi.of(status.counts().windows().get(3), ServiceLevelFormula.ANSWERED))
          .as(kpi.wire())
          .isEqualTo(today);
    }
  }

  @Test
  void firstResponseIsCountedAnewAfterAReopening() {
    PureEngine engine =
        after(
            Timeline.at("2026-03-02T09:00:00Z")
                .on(Channel.EMAIL)
                .contact("mail")
                .queued()
                .message(Party.CUSTOMER)
                .after("20m")
                .answeredBy("ada")
                .message(Party.AGENT)
                .ended()
                .resolved()
                .after("30h")
                .message(Party.CUSTOMER)
                .reopened()
                .after("10m")
                .message(Party.AGENT)
                .after("1m")
                .resolved()
                .events());
    QueueTally all = allRows(engine, new QueueKey("sales", "email"));
    assertThat(seconds(all.sample(Sample.FIRST_RESPONSE))).containsExactly(600L, 1200L);
    assertThat(all.sample(Sample.RESOLUTION).countUpTo(Micros.of(Duration.ofMinutes(1831))))
        .isOne();
    assertThat(all.sample(Sample.RESOLUTION).countUpTo(Micros.of(Duration.ofMinutes(1830))))
        .isZero();
    assertThat(all.get(Measure.CONTACTS_RESOLVED)).isEqualTo(1);
  }

  @Test
  void firstResponseIsNotThatOfABot() {
    PureEngine engine =
        after(
            Timeline.at("2026-03-02T09:00:00Z")
                .chat()
                .contact("chat")
                .created()
                .message(Party.CUSTOMER)
                .after("1s")
                .message(Party.BOT)
                .after("1m59s")
                .escalatedTo("sales")
                .after("30s")
                .answeredBy("ada")
                .after("10s")
                .message(Party.AGENT)
                .events());
    QueueTally all = allRows(engine, new QueueKey("sales", "chat"));
    assertThat(seconds(all.sample(Sample.FIRST_RESPONSE))).containsExactly(160L);
  }

  @Test
  void businessHoursAreMindedInTheTable() {
    PureEngine engine =
        PureEngine.after(
            Timeline.at("2026-03-06T18:30:00Z") // a Friday, 19:30 in Berlin, until 20:00
                .on(Channel.EMAIL)
                .contact("mail")
                .queued()
                .atPlus("14h") // Saturday, 09:30, from 09:00
                .answeredBy("ada")
                .events(),
            Catalogs.PATIENT);
    QueueTally all = allRows(engine, new QueueKey("sales", "email"));
    assertThat(seconds(all.sample(Sample.FIRST_RESPONSE_IN_HOURS))).containsExactly(3600L);
  }

  @Test
  void figuresAreNotTenPerCentOffButThoseOfTheLogItself() {
    List<Event> log = Histories.of(11, 200);
    PureEngine engine = PureEngine.after(Disorder.seeded(11).shuffled(log), Catalogs.MIXED);
    engine.advanceToTheEnd();
    NaiveOracle database = NaiveOracle.of(log, Catalogs.MIXED);
    assertThat(Difference.ofRows(database.rows(), engine.rows(), Catalogs.MIXED)).isEmpty();
    assertThat(Difference.ofMaps("breach", database.breaches(), engine.breaches())).isEmpty();
  }

  @Test
  void everyTermIsDefined() {
    for (Kpi kpi : Kpi.values()) {
      assertThat(kpi.definition()).as(kpi.wire()).endsWith(".").hasSizeGreaterThan(10);
    }
    for (TeamKpi kpi : TeamKpi.values()) {
      assertThat(kpi.definition()).as(kpi.wire()).endsWith(".").hasSizeGreaterThan(10);
    }
  }

  @Test
  void callsThatArePutRightAreCountedByWhatWasWrong() {
    PureEngine engine = new PureEngine(Catalogs.PATIENT);
    morning().contact("ghost").atPlus("2m").queued().events().forEach(engine::on);
    engine.on(new SourceRestarted(new EventHeader("r", "scene", at("09:20:00"))));
    Counted total = engine.status(SALES, at("09:30:00")).counts().total();
    assertThat(total.get(Measure.LOST_TO_RESTART)).isEqualTo(1);
    assertThat(total.get(Measure.ABANDONED)).isEqualTo(1);
  }

  private static QueueTally allRows(PureEngine engine, QueueKey key) {
    QueueTally sum = new QueueTally();
    engine.rows().entrySet().stream()
        .filter(row -> row.getKey().key().equals(key) && row.getKey().basis() == Basis.ARRIVAL)
        .forEach(row -> sum.add(row.getValue(), 1));
    return sum;
  }

  private static List<Long> seconds(DurationHistogram durations) {
    return durations.buckets().stream().map(bucket -> bucket.bound() / 1_000_000).toList();
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
