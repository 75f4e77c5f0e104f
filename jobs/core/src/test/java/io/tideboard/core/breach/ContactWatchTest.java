// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.breach;

import static io.tideboard.core.lifecycle.Moments.abandoned;
import static io.tideboard.core.lifecycle.Moments.answered;
import static io.tideboard.core.lifecycle.Moments.at;
import static io.tideboard.core.lifecycle.Moments.created;
import static io.tideboard.core.lifecycle.Moments.dequeued;
import static io.tideboard.core.lifecycle.Moments.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.lifecycle.Moments;
import io.tideboard.core.lifecycle.Outcome;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A threshold of 20 s, at risk after 16 s; in the queue "vip" of 5 s, at risk after 4 s. */
class ContactWatchTest {

  private static final QueueCatalog CATALOG =
      new QueueCatalog(Map.of("vip", promising(5)), promising(20));

  private final ContactWatch watch = new ContactWatch(key -> QueueTerms.of(key, CATALOG));
  private final List<String> told = new ArrayList<>();
  private final Map<String, Breach> standing = new HashMap<>();
  private Watched watched = Watched.UNKNOWN;

  @Test
  void breachComesAtTheInstantThoughNothingArrives() {
    on(queued(0, "sales"), 0);
    assertThat(watched.alarmAt()).isEqualTo(at(16));
    alarm(16);
    assertThat(watched.alarmAt()).isEqualTo(at(20));
    alarm(20);
    assertThat(told).containsExactly("+at_risk 16.0", "+breach 20.0");
    assertThat(watched.alarmed()).isFalse();
  }

  @Test
  void answerSettlesTheBreach() {
    on(queued(0, "sales"), 0);
    alarm(16);
    alarm(20);
    on(answered(31, "ada"), 31);
    assertThat(told).containsExactly("+at_risk 16.0", "+breach 20.0", "+resolved 31.0");
  }

  @Test
  void answerExactlyAtTheThresholdIsInTime() {
    on(queued(0, "sales"), 0);
    on(answered(20, "ada"), 15);
    assertThat(told).containsExactly("+at_risk 16.0");
  }

  @Test
  void answerJustAfterTheThresholdIsABreach() {
    on(queued(0, "sales"), 0);
    on(answered(20.000001, "ada"), 15);
    assertThat(told).containsExactly("+at_risk 16.0", "+breach 20.0", "+resolved 20.000001");
  }

  @Test
  void answerWithinTheRiskShareTellsNothing() {
    on(queued(0, "sales"), 0);
    on(answered(16, "ada"), 16);
    assertThat(told).isEmpty();
    assertThat(watched.alarmed()).isFalse();
  }

  @Test
  void answerThatArrivesLateTakesTheBreachBack() {
    on(queued(0, "sales"), 0);
    alarm(16);
    alarm(20);
    on(answered(10, "ada"), 25);
    assertThat(told)
        .containsExactly("+at_risk 16.0", "+breach 20.0", "-at_risk 16.0", "-breach 20.0");
    assertThat(standing).isEmpty();
  }

  @Test
  void laterBeginMovesNothingAndEarlierBeginMovesEverything() {
    on(queued(10, "sales"), 10);
    alarm(26);
    on(queued(0, "sales"), 27);
    assertThat(told)
        .containsExactly("+at_risk 26.0", "-at_risk 26.0", "+at_risk 16.0", "+breach 20.0");
  }

  @Test
  void settlementThatMovesIsTakenBackAndToldAgainUnderTheSameId() {
    on(queued(0, "sales"), 0);
    alarm(20);
    on(abandoned(40), 40);
    on(answered(30, "ada"), 41);
    assertThat(standing.values()).hasSize(3);
    assertThat(told.subList(3, 5)).containsExactly("-resolved 40.0", "+resolved 30.0");
  }

  @Test
  void contactThatWasLateWhenItBecameKnownIsToldAtOnce() {
    on(queued(0, "sales"), 60);
    assertThat(told).containsExactly("+at_risk 16.0", "+breach 20.0");
    assertThat(watched.alarmed()).isFalse();
  }

  @Test
  void visitWithAnUnknownBeginBreaksNoPromise() {
    on(answered(500, "ada"), 500);
    assertThat(told).isEmpty();
  }

  @Test
  void eachOfSeveralWaitsHasItsOwnPromise() {
    on(queued(0, "sales"), 0);
    on(queued(10, "vip"), 10);
    alarm(14);
    alarm(15);
    alarm(16);
    alarm(20);
    assertThat(told)
        .containsExactly("+at_risk 14.0", "+breach 15.0", "+at_risk 16.0", "+breach 20.0");
  }

  @Test
  void alarmThatIsEarlyTellsNothing() {
    on(queued(0, "sales"), 0);
    alarm(3);
    assertThat(told).isEmpty();
    assertThat(watched.alarmAt()).isEqualTo(at(16));
  }

  @Test
  void alarmThatIsLateTellsEverythingThatWasDue() {
    on(queued(0, "sales"), 0);
    alarm(500);
    assertThat(told).containsExactly("+at_risk 16.0", "+breach 20.0");
  }

  @Test
  void restoredStreamTellsNothingTwice() {
    on(queued(0, "sales"), 0);
    alarm(16);
    alarm(20);
    restart();
    arrives(queued(2, "vip"), Long.MIN_VALUE);
    for (int second = 0; second < 40; second++) {
      alarm(second);
    }
    assertThat(told)
        .containsExactly("+at_risk 16.0", "+breach 20.0", "+at_risk 6.0", "+breach 7.0");
  }

  @Test
  void waitThatTurnsOutToBeTheSecondIsNotToldAgain() {
    on(queued(10, "sales"), 10);
    alarm(26);
    on(queued(0, "vip"), 27);
    assertThat(told).containsExactly("+at_risk 26.0", "+at_risk 4.0", "+breach 5.0");
  }

  @Test
  void waitThatWentOnAfterAllIsWatchedAgain() {
    on(queued(10, "sales"), 10);
    on(dequeued(12, null), 12);
    assertThat(watched.alarmed()).isFalse();
    on(queued(0, "vip"), 13);
    assertThat(watched.alarmAt()).isEqualTo(at(26));
  }

  @Test
  void channelThatBecomesKnownMovesTheBreachToItsQueue() {
    on(queued(0, "sales"), 0);
    alarm(20);
    on(created(-5, "chat"), 21);
    assertThat(standing.values())
        .extracting(breach -> breach.key().wire())
        .containsOnly("sales/chat");
    assertThat(standing).hasSize(2);
  }

  @Test
  void duplicateTellsNothing() {
    on(queued(0, "sales"), 0);
    alarm(20);
    told.clear();
    on(queued(0, "sales"), 30);
    assertThat(told).isEmpty();
  }

  @Test
  void idSaysWhichVisitAndWhat() {
    on(queued(0, "sales"), 60);
    assertThat(standing.keySet())
        .containsExactlyInAnyOrder(
            "c1/sales/" + at(0) + "/at_risk", "c1/sales/" + at(0) + "/breach");
  }

  private void on(Moment moment, double now) {
    arrives(moment, at(now));
  }

  private void arrives(Moment moment, long now) {
    take(watch.on("c1", watched, moment, now));
  }

  @Test
  void questionByMailIsPromisedAnAnswerAndNotAnEndOfWaiting() {
    on(Moments.created(0, "email"), 0);
    on(queued(1, "sales"), 1);
    on(answered(5, "ada"), 5);
    on(Moments.fromCustomer(0.5), 6);
    assertThat(watched.alarmAt()).isEqualTo(at(16.5));
    alarm(16.5);
    alarm(20.5);
    on(Moments.fromAgent(30), 30);
    assertThat(told).containsExactly("+at_risk 16.5", "+breach 20.5", "+resolved 30.0");
    assertThat(standing.keySet()).allMatch(id -> id.contains("/first_response/"));
  }

  @Test
  void whoIsNotHeardOfIsLostWhenTheLongestVisitIsOver() {
    on(queued(0, "sales"), 0);
    long expiry = watch.expiresAt(watched);
    assertThat(expiry).isEqualTo(at(12 * 3600));
    assertThat(watch.expire("c1", watched, expiry - 1).watched()).isEqualTo(watched);
    take(watch.expire("c1", watched, expiry));
    assertThat(watched.interaction().atRest()).isTrue();
    assertThat(watch.expiresAt(watched)).isEqualTo(QueueVisit.OPEN);
  }

  @Test
  void silenceIsNoticedAlsoWhenOnlyItsEndsAreKnown() {
    on(queued(0, "sales"), 0);
    on(queued(13 * 3600, "vip"), 1);
    assertThat(watched.interaction().visits().get(0).outcome())
        .isEqualTo(Outcome.LOST_TO_MAX_VISIT);
    on(queued(5 * 3600, "third"), 2);
    assertThat(watched.interaction().visits()).allMatch(QueueVisit::waiting);
  }

  @Test
  void otherPromiseWithdrawsWhatItWouldNotHaveTold() {
    on(queued(0, "sales"), 0);
    alarm(16);
    alarm(20);
    ContactWatch patient =
        new ContactWatch(key -> QueueTerms.of(key, new QueueCatalog(Map.of(), promising(60))));
    take(patient.reconsider("c1", watched, watch, at(21)));
    assertThat(standing).isEmpty();
    assertThat(watched.alarmAt()).isEqualTo(at(48));
  }

  @Test
  void listOfBeforeTheBreachThatDidNotNameTheContactTakesItBack() {
    on(queued(0, "sales"), 0);
    alarm(16);
    alarm(20);
    concluded(21, Moment.unseen(at(18), "sales"));
    assertThat(told).containsExactly("+at_risk 16.0", "+breach 20.0", "-breach 20.0");
    assertThat(watched.alarmed()).isFalse();
    concluded(22);
    assertThat(told).last().isEqualTo("+breach 20.0");
  }

  @Test
  void whoWasGivenUpBeforeIsNotLostToALaterList() {
    on(queued(0, "sales"), 0);
    concluded(13 * 3600, Moment.unseen(at(13 * 3600), "sales"), Moment.restarted(at(13 * 3600)));
    assertThat(watched.interaction().visits().get(0).outcome())
        .isEqualTo(Outcome.LOST_TO_MAX_VISIT);
    on(answered(14 * 3600, "ada"), 14 * 3600);
    concluded(14 * 3600, Moment.unseen(at(13 * 3600), "sales"));
    assertThat(watched.interaction().visits().get(0).outcome()).isEqualTo(Outcome.ANSWERED);
  }

  @Test
  void listsAreHeldAgainstMessagesInTheirOrder() {
    on(Moments.created(0, "email"), 0);
    on(queued(1, "sales"), 1);
    on(Moments.fromCustomer(0.5), 6);
    on(Moments.fromAgent(40), 41);
    concluded(60, Moment.unseen(at(41), "sales"), Moment.unseen(at(50), "sales"));
    assertThat(watched.interaction().visits().get(0).end()).isEqualTo(at(50));
  }

  private void concluded(double now, Moment... ofPlatforms) {
    take(watch.conclude("c1", watched, List.of(ofPlatforms), at(now)));
  }

  private void alarm(double now) {
    take(watch.alarm("c1", watched, at(now)));
  }

  private void restart() {
    watched =
        new Watched(
            Interaction.of(watched.interaction().history(), watched.interaction().messages()),
            watched.alarmAt());
  }

  private void take(WatchStep step) {
    watched = step.watched();
    for (Breach breach : step.withdrawn()) {
      told.add("-" + text(breach));
      standing.remove(breach.id());
    }
    for (Breach breach : step.broken()) {
      told.add("+" + text(breach));
      standing.put(breach.id(), breach);
    }
  }

  private static String text(Breach breach) {
    return breach.kind().wire() + " " + (breach.time() - at(0)) / 1e6;
  }

  private static QueueDefinition promising(int seconds) {
    QueueDefinition usual = QueueDefinition.DEFAULT;
    return new QueueDefinition(
        Duration.ofSeconds(seconds),
        Map.of(),
        usual.target(),
        usual.formula(),
        usual.shortAbandon(),
        usual.atRiskShare(),
        usual.timeZone(),
        usual.dayStart(),
        usual.interval(),
        OpeningHours.ALWAYS,
        Map.of(),
        null,
        Duration.ofMinutes(10));
  }
}
