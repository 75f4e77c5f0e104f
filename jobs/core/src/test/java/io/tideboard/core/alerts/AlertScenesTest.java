// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import static io.tideboard.core.alerts.AlertKind.ABANDON_RATE;
import static io.tideboard.core.alerts.AlertKind.LONGEST_WAIT;
import static io.tideboard.core.alerts.AlertKind.NEGATIVE_CONTACTS;
import static io.tideboard.core.alerts.AlertKind.NOBODY_SERVING;
import static io.tideboard.core.alerts.AlertKind.SERVICE_LEVEL;
import static io.tideboard.core.alerts.AlertKind.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.alerts.AlertRules.Calm;
import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.tally.Measure;
import io.tideboard.events.AgentState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When episodes open, escalate and close; by default a contact should be answered within 20 s. */
class AlertScenesTest {

  private final Scene scene = new Scene();

  private static Scene.Queue queue() {
    return new Scene.Queue();
  }

  @Test
  void waitOfThreeTimesTheThresholdIsAWarningFromThatInstantOn() {
    scene.queue(59.9, "voice", queue().waiting(1, 0));
    assertThat(scene.told).isEmpty();
    scene.queue(60.4, "voice", queue().waiting(1, 0));
    assertThat(scene.last().id())
        .isEqualTo("longest_wait/sales/voice/" + Scene.second(60))
        .isEqualTo(scene.last().origin().id());
    assertThat(scene.last().phase()).isEqualTo(AlertPhase.OPEN);
    assertThat(scene.last().severity()).isEqualTo(AlertSeverity.WARNING);
    assertThat(scene.last().closedAt()).isEmpty();
  }

  @Test
  void whoKeepsWaitingIsTellingNothingNewUntilItIsCritical() {
    scene.queue(60, "voice", queue().waiting(1, 0));
    scene.queue(90, "voice", queue().waiting(1, 0));
    assertThat(scene.told).hasSize(1);
    scene.queue(120, "voice", queue().waiting(1, 0));
    assertThat(scene.told).hasSize(2);
    assertThat(scene.last().phase()).isEqualTo(AlertPhase.ESCALATED);
    assertThat(scene.last().id()).isEqualTo(scene.told.get(0).id());
    assertThat(scene.last().revision()).isEqualTo(2);
  }

  @Test
  void whatIsCriticalFromTheFirstMomentOnWasNotEscalated() {
    scene.queue(200, "voice", queue().waiting(1, 0));
    assertThat(scene.last().phase()).isEqualTo(AlertPhase.OPEN);
    assertThat(scene.last().severity()).isEqualTo(AlertSeverity.CRITICAL);
  }

  @Test
  void episodeIsOverAfterAMinuteOfCalmAndNotBefore() {
    scene.queue(60, "voice", queue().waiting(1, 0));
    scene.queue(70, "voice", queue());
    assertThat(scene.book.wakeAt(scene.rules)).hasValue(Scene.second(130));
    scene.time(129.9);
    assertThat(scene.told).hasSize(1);
    scene.time(130);
    assertThat(scene.last().phase()).isEqualTo(AlertPhase.CLOSED);
    assertThat(scene.last().closed()).isEqualTo(CloseReason.CLEARED);
    assertThat(scene.last().closedAt()).hasValue(Scene.second(130));
    assertThat(scene.book.isEmpty()).isTrue();
    assertThat(scene.book.wakeAt(scene.rules)).isEmpty();
  }

  @Test
  void waitThatIsNearlyTooLongKeepsTheEpisodeOpenAndOpensNone() {
    scene.queue(50, "voice", queue().waiting(1, 0));
    assertThat(scene.told).isEmpty();
    scene.queue(60, "voice", queue().waiting(1, 0));
    scene.queue(70, "voice", queue().waiting(1, 20));
    scene.queue(200, "voice", queue().waiting(1, 150));
    scene.queue(300, "voice", queue().waiting(1, 251));
    scene.time(359);
    assertThat(scene.told).hasSize(1);
    assertThat(scene.book.wakeAt(scene.rules)).isEmpty().isNotNull();
  }

  @Test
  void calmThatIsInterruptedBeginsAnew() {
    scene.queue(60, "voice", queue().waiting(1, 0));
    scene.queue(70, "voice", queue());
    scene.queue(120, "voice", queue().waiting(1, 50));
    scene.queue(121, "voice", queue());
    scene.time(180);
    assertThat(scene.told).hasSize(1);
    scene.time(181);
    assertThat(scene.told).hasSize(2);
  }

  @Test
  void everyRuleAndChannelOfOneCauseJoinsTheSameEpisode() {
    scene.rules = scene.rules.withWaiting(new Limits(3, 0));
    scene.queue(60, "voice", queue().waiting(1, 0));
    scene.queue(61, "chat", queue().waiting(3, 59));
    scene.queue(62, "voice", queue().waiting(1, 0).answered(10, 2, 40, 8));
    scene.queue(63, "voice", queue().waiting(1, 0).answered(10, 2, 40, 8));
    assertThat(scene.told).extracting(AlertEpisode::id).containsOnly(scene.told.get(0).id());
    assertThat(scene.told)
        .extracting(AlertEpisode::phase)
        .containsExactly(AlertPhase.OPEN, AlertPhase.OPEN, AlertPhase.ESCALATED);
    assertThat(scene.last().symptoms())
        .extracting(Symptom::kind)
        .containsExactly(LONGEST_WAIT, WAITING, SERVICE_LEVEL);
  }

  @Test
  void symptomsOfOneMomentAreOneEpisodeOfTheFirstOfThem() {
    scene.queue(130, "voice", queue().waiting(1, 0).answered(10, 2, 40, 8));
    assertThat(scene.told).hasSize(1);
    assertThat(scene.last().revision()).isEqualTo(1);
    assertThat(scene.last().symptoms())
        .extracting(Symptom::kind)
        .containsExactly(LONGEST_WAIT, SERVICE_LEVEL);
    assertThat(scene.last().origin().kind()).isEqualTo(LONGEST_WAIT);
  }

  @Test
  void serviceLevelMustBeMissedInBothWindows() {
    scene.queue(0, "voice", queue().answered(10, 10, 40, 20));
    scene.queue(1, "voice", queue().answered(10, 5, 40, 40));
    assertThat(scene.told).isEmpty();
    scene.queue(2, "voice", queue().answered(10, 5, 40, 20));
    assertThat(scene.last().severity()).isEqualTo(AlertSeverity.WARNING);
    assertThat(scene.last().symptoms().get(0).value()).isEqualTo(0.5);
    scene.queue(3, "voice", queue().answered(10, 4, 40, 16));
    assertThat(scene.last().severity()).isEqualTo(AlertSeverity.CRITICAL);
  }

  @Test
  void fewVisitsSayNothingAboutServiceLevelOrAbandons() {
    scene.queue(0, "voice", queue().answered(2, 0, 40, 0));
    scene.queue(1, "voice", queue().answered(10, 0, 19, 0));
    scene.queue(2, "voice", queue().counted(2, Measure.ABANDONED, 19));
    assertThat(scene.told).isEmpty();
  }

  @Test
  void targetsOfEveryHeightCanBeMissed() {
    for (double target : new double[] {0.3, 0.8, 1.0}) {
      Scene any = new Scene();
      any.definition = targeting(target);
      any.queue(0, "voice", queue().answered(10, 3, 40, 12));
      assertThat(any.last().severity()).as("%s", target).isEqualTo(AlertSeverity.CRITICAL);
    }
    scene.definition = targeting(1.0);
    scene.queue(0, "voice", queue().answered(10, 10, 200, 199));
    assertThat(scene.told).isEmpty();
  }

  private static QueueDefinition targeting(double target) {
    QueueDefinition usual = QueueDefinition.DEFAULT;
    return new QueueDefinition(
        usual.threshold(),
        usual.channelThresholds(),
        target,
        usual.formula(),
        usual.shortAbandon(),
        usual.atRiskShare(),
        usual.timeZone(),
        usual.dayStart(),
        usual.interval(),
        usual.hours(),
        usual.maxVisit(),
        usual.resolution(),
        usual.maxWrapUp());
  }

  @Test
  void manyWhoGiveUpAreAnAlertAndShortAbandonsAreNot() {
    scene.queue(
        0,
        "voice",
        queue()
            .counted(2, Measure.ANSWERED, 20)
            .counted(2, Measure.ANSWERED_WITHIN_THRESHOLD, 20)
            .counted(2, Measure.ABANDONED, 4)
            .counted(2, Measure.SHORT_ABANDONED, 4));
    assertThat(scene.told).isEmpty();
    scene.queue(
        1, "voice", queue().counted(2, Measure.ANSWERED, 27).counted(2, Measure.ABANDONED, 3));
    assertThat(scene.last().origin().kind()).isEqualTo(ABANDON_RATE);
    assertThat(scene.last().symptoms().get(0).limit()).isEqualTo(0.10);
  }

  @Test
  void nobodyServingTakesBothSomebodyWhoWaitsAndNobodyWhoWorks() {
    scene.queue(31, "voice", queue().waiting(1, 0));
    assertThat(scene.told).as("of whose agents nothing is known").isEmpty();
    scene.agents(32, Map.of(AgentState.AVAILABLE, 1, AgentState.BREAK, 2));
    assertThat(scene.told).isEmpty();
    scene.agents(40, Map.of(AgentState.BREAK, 3));
    assertThat(scene.last().origin())
        .isEqualTo(new AlertEpisode.Origin(NOBODY_SERVING, "sales", "voice", Scene.second(40)));
    assertThat(scene.last().severity()).isEqualTo(AlertSeverity.CRITICAL);
  }

  @Test
  void nobodyServingBeforeAnybodyHasWaitedLongIsNoAlert() {
    scene.agents(0, Map.of(AgentState.OFFLINE, 3));
    scene.queue(29.9, "voice", queue().waiting(1, 0));
    assertThat(scene.told).isEmpty();
    scene.queue(30.5, "voice", queue().waiting(1, 0));
    assertThat(scene.last().origin().openedAt()).isEqualTo(Scene.second(30));
  }

  @Test
  void botNeedsNobodyAndAQueueWithoutTeamHasNobodyToMiss() {
    scene.agents(0, Map.of(AgentState.OFFLINE, 3));
    scene.rules =
        new AlertRules(
            scene.rules.serviceLevel(),
            Limits.NEVER,
            Limits.NEVER,
            scene.rules.abandonRate(),
            1.5,
            scene.rules.surge(),
            scene.rules.guard(),
            scene.rules.calm());
    scene.queue(31, "bot", queue().waiting(1, 0));
    assertThat(scene.told).isEmpty();
    scene.book.take(TeamWatch.unknown("sales", Scene.second(32)), scene.rules, scene.told::add);
    scene.queue(40, "voice", queue().waiting(1, 0));
    assertThat(scene.told).isEmpty();
  }

  @Test
  void waveOfBadScoresIsACauseOfItsOwn() {
    scene.queue(60, "voice", queue().waiting(1, 0));
    scene.queue(
        61,
        "voice",
        queue()
            .waiting(1, 0)
            .counted(1, Measure.CSAT_SCORES, 6)
            .counted(1, Measure.CSAT_SATISFIED, 2)
            .counted(1, Measure.NPS_DETRACTORS, 2)
            .counted(3, Measure.NPS_DETRACTORS, 6));
    assertThat(scene.told).hasSize(2);
    assertThat(scene.last().origin().kind()).isEqualTo(NEGATIVE_CONTACTS);
    assertThat(scene.last().origin().causeKey()).isEqualTo("feedback/sales");
    assertThat(scene.last().symptoms().get(0).value()).isEqualTo(6);
  }

  @Test
  void asManyBadScoresAsEverAreNoWave() {
    scene.queue(
        0,
        "voice",
        queue().counted(1, Measure.NPS_DETRACTORS, 6).counted(3, Measure.NPS_DETRACTORS, 24));
    assertThat(scene.told).isEmpty();
  }

  @Test
  void queueThatIsClosedHasNoAlertsAndClosesThemAtOnce() {
    scene.definition = open("tue 10:00-12:01");
    scene.queue(59, "voice", queue().waiting(1, -10));
    assertThat(scene.last().isOpen()).isTrue();
    scene.queue(60, "voice", queue().waiting(1, -10));
    assertThat(scene.last().closed()).isEqualTo(CloseReason.OUT_OF_HOURS);
    scene.queue(70, "voice", queue().waiting(1, -10));
    assertThat(scene.told).hasSize(2);
  }

  @Test
  void whoWaitsWhenTheQueueOpensIsAlertedOfFromThenOn() {
    scene.definition = open("tue 12:00-20:00");
    scene.queue(1, "voice", queue().waiting(1, -7_200));
    assertThat(scene.last().origin().openedAt()).isEqualTo(Scene.second(1));
  }

  private static QueueDefinition open(String hours) {
    QueueDefinition usual = QueueDefinition.DEFAULT;
    return new QueueDefinition(
        usual.threshold(),
        usual.channelThresholds(),
        usual.target(),
        usual.formula(),
        usual.shortAbandon(),
        usual.atRiskShare(),
        usual.timeZone(),
        usual.dayStart(),
        usual.interval(),
        OpeningHours.parse(hours),
        usual.maxVisit(),
        usual.resolution(),
        usual.maxWrapUp());
  }

  @Test
  void ruleThatIsSwitchedOffNeverFires() {
    scene.rules =
        new AlertRules(
            Limits.NEVER,
            Limits.NEVER,
            Limits.NEVER,
            Limits.NEVER,
            0,
            new AlertRules.Surge(0, 2),
            scene.rules.guard(),
            scene.rules.calm());
    scene.agents(0, Map.of(AgentState.OFFLINE, 3));
    scene.queue(
        9_000,
        "voice",
        queue()
            .waiting(100, 0)
            .answered(10, 0, 40, 0)
            .counted(2, Measure.ABANDONED, 100)
            .counted(1, Measure.NPS_DETRACTORS, 50));
    assertThat(scene.told).isEmpty();
  }

  @Test
  void onlyACriticalLimitIsALimitToo() {
    scene.rules = scene.rules.withWaiting(new Limits(0, 5)).withCalm(new Calm(1, Duration.ZERO));
    scene.queue(0, "voice", queue().waiting(4, 0));
    assertThat(scene.told).isEmpty();
    scene.queue(1, "voice", queue().waiting(5, 0));
    assertThat(scene.last().severity()).isEqualTo(AlertSeverity.CRITICAL);
    scene.queue(2, "voice", queue().waiting(4, 0));
    assertThat(scene.last().closed()).isEqualTo(CloseReason.CLEARED);
  }
}
