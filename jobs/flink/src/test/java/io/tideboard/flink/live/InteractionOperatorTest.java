// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static io.tideboard.flink.live.CallEvents.abandoned;
import static io.tideboard.flink.live.CallEvents.answered;
import static io.tideboard.flink.live.CallEvents.ended;
import static io.tideboard.flink.live.CallEvents.event;
import static io.tideboard.flink.live.CallEvents.list;
import static io.tideboard.flink.live.CallEvents.listEvent;
import static io.tideboard.flink.live.CallEvents.logged;
import static io.tideboard.flink.live.CallEvents.millis;
import static io.tideboard.flink.live.CallEvents.queued;
import static io.tideboard.flink.live.CallEvents.restart;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.queue.QueueBoard;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueTerms;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.results.Results;
import io.tideboard.core.tally.Measure;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.Party;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator under Flink's harness: what it sends, its timers, and what is left in state. */
class InteractionOperatorTest {

  private final LiveSettings settings = LiveSettings.of(QueueCatalog.DEFAULTS);
  private final List<BreachRecord> breaches = new ArrayList<>();
  private final QueueBoard board = new QueueBoard();
  private KeyedTwoInputStreamOperatorTestHarness<String, EventBundle, Control, QueueChange>
      operator;

  @BeforeEach
  void open() throws Exception {
    operator = harness();
    operator.setProcessingTime(1_000_000);
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void anAnsweredCallLeavesNoTimerAndIsForgottenAfterADay() throws Exception {
    take(queued("c1", 0));
    settle();
    assertThat(operator.numEventTimeTimers()).isEqualTo(1);

    take(answered("c1", 5), ended("c1", 60));
    time(61);
    assertThat(operator.numEventTimeTimers()).isZero();
    assertThat(operator.numKeyedStateEntries()).isEqualTo(1);

    // The minute in which it is looked at, and the one after.
    time(60 + 25 * 3600);
    time(120 + 25 * 3600);
    assertThat(operator.numEventTimeTimers()).isZero();
    assertThat(operator.numKeyedStateEntries()).isZero();
    assertThat(status(70).counts().total().get(Measure.ANSWERED_WITHIN_THRESHOLD)).isEqualTo(1);
  }

  @Test
  void aWaitingCallIsAtRiskAndThenInBreachAtItsOwnInstants() throws Exception {
    take(queued("c1", 0));
    time(15.999);
    assertThat(breaches()).isEmpty();
    time(16);
    assertThat(breaches()).extracting(r -> r.breach().kind()).containsExactly(BreachKind.AT_RISK);
    time(20);
    assertThat(breaches())
        .extracting(r -> r.breach().kind())
        .containsExactly(BreachKind.AT_RISK, BreachKind.BREACH);
    assertThat(operator.numEventTimeTimers()).isZero();
  }

  @Test
  void anAnswerInTheLastInstantIsInTime() throws Exception {
    take(queued("c1", 0), answered("c1", 20));
    time(100);
    assertThat(breaches()).extracting(r -> r.breach().kind()).containsExactly(BreachKind.AT_RISK);
  }

  @Test
  void aBreachIsResolvedOnceWhenTheCallerGivesUp() throws Exception {
    take(queued("c1", 0));
    time(30);
    take(abandoned("c1", 31), abandoned("c1", 31));
    assertThat(breaches())
        .extracting(r -> r.breach().kind())
        .containsExactly(BreachKind.AT_RISK, BreachKind.BREACH, BreachKind.RESOLVED);
  }

  @Test
  void whoGivesUpIsOnTheListUntilALateAnswerShowsThatNobodyDid() throws Exception {
    take(queued("c1", 0), abandoned("c1", 31));
    settle();
    take(answered("c1", 20));
    settle();
    assertThat(told(Telling.ABANDONS))
        .extracting(kept -> Results.readAbandon(kept.value()))
        .extracting(r -> r.abandon().interaction() + " " + r.abandon().waited() + r.withdrawn())
        .containsExactly("c1 31000000false", "c1 31000000true");
  }

  @Test
  void anAnswerThatComesLateTakesTheBreachBack() throws Exception {
    take(queued("c1", 0));
    time(30);
    settle();
    take(answered("c1", 10));

    assertThat(breaches())
        .filteredOn(BreachRecord::withdrawn)
        .extracting(r -> r.breach().kind())
        .containsExactlyInAnyOrder(BreachKind.AT_RISK, BreachKind.BREACH);
    assertThat(status(31).counts().breaches()).isZero();
    assertThat(status(31).line().waiting()).isZero();
  }

  @Test
  void timeGoesOnWhenNothingArrives() throws Exception {
    take(queued("c1", 0));
    time(1);
    long wall = operator.getProcessingTime();
    for (int passed = 20; passed <= 19_200; passed += 20) {
      operator.setProcessingTime(wall + passed);
    }
    assertThat(breaches())
        .extracting(r -> r.breach().kind())
        .containsExactly(BreachKind.AT_RISK, BreachKind.BREACH);
  }

  @Test
  void aRestoredOperatorBreaksItsPromisesInSilence() throws Exception {
    take(queued("c1", 0));
    time(17);
    OperatorSubtaskState kept = operator.snapshot(1, 1);
    operator.close();
    breaches.clear();

    operator = harness();
    operator.setProcessingTime(2_000_000);
    operator.initializeState(kept);
    operator.open();
    for (int passed = 0; passed <= 4_000; passed += 20) {
      operator.setProcessingTime(2_000_000 + passed);
    }

    assertThat(breaches()).extracting(r -> r.breach().kind()).containsExactly(BreachKind.BREACH);
  }

  @Test
  void restoringAfterEveryEventChangesNothing() throws Exception {
    KeyedEvent[] call = {
      queued("c1", 0), queued("c2", 3), answered("c1", 25), abandoned("c2", 29), ended("c1", 90)
    };
    for (int i = 0; i < call.length; i++) {
      take(call[i]);
      time(3 + i * 5);
      OperatorSubtaskState kept = operator.snapshot(i, i);
      operator.close();
      operator = harness();
      operator.setProcessingTime(1_000_000);
      operator.initializeState(kept);
      operator.open();
    }
    time(100);

    assertThat(breaches().stream().filter(r -> !r.withdrawn()).map(r -> r.breach().id()))
        .doesNotHaveDuplicates()
        .hasSize(6);
    assertThat(status(100).counts().breaches()).isEqualTo(2);
    assertThat(status(100).counts().total().get(Measure.OFFERED)).isEqualTo(2);
    assertThat(status(100).counts().total().get(Measure.ABANDONED)).isEqualTo(1);
  }

  @Test
  void garbageInTheLogIsCountedAndTheNextEventIsTaken() throws Exception {
    take(new KeyedEvent("c1", new byte[] {1, 2, 3}), queued("c1", 0));
    assertThat(status(1).line().waiting()).isEqualTo(1);
  }

  @Test
  void whoBeginsAnewAfterAnEndIsGivenUpInTimeToo() throws Exception {
    take(ended("c1", 0));
    time(1);
    take(queued("c1", 60));
    time(60 + 12 * 3600 - 1);
    assertThat(status(60 + 12 * 3600 - 1).counts().total().get(Measure.LOST)).isZero();
    time(60 + 12 * 3600 + 61);
    assertThat(status(60 + 12 * 3600 + 61).counts().total().get(Measure.LOST)).isEqualTo(1);
  }

  @Test
  void whoIsNotOnThePlatformsListAnyMoreIsLost() throws Exception {
    take(queued("c1", 0), queued("c2", 1));
    tell(list("l1", 60, Map.of("c2", 1)));
    assertThat(status(61).line().waiting()).isEqualTo(1);
    assertThat(status(61).counts().total().get(Measure.LOST)).isEqualTo(1);
    assertThat(status(61).counts().total().get(Measure.ABANDONED)).isZero();
  }

  @Test
  void whoWasNotHeardOfBeforeButIsOnTheListWaits() throws Exception {
    tell(list("l1", 60, Map.of("c9", 12)));
    assertThat(status(61).line().waiting()).isEqualTo(1);
    assertThat(status(61).line().oldest()).hasValue(millis(12) * 1_000);
    take(answered("c9", 70));
    assertThat(status(71).counts().total().get(Measure.ANSWERED)).isEqualTo(1);
    assertThat(status(71).counts().total().get(Measure.UNKNOWN_WAIT)).isZero();
  }

  @Test
  void whoJoinedAfterTheListWasWrittenIsNotMissing() throws Exception {
    take(queued("c1", 59));
    tell(list("l1", 60, Map.of()));
    take(queued("c2", 61));
    assertThat(status(62).line().waiting()).isEqualTo(2);
  }

  @Test
  void listThatArrivesBeforeTheEventsThatItKnowsOfCountsAllTheSame() throws Exception {
    tell(list("l1", 60, Map.of()));
    take(queued("c1", 0));
    assertThat(status(61).line().waiting()).isZero();
    assertThat(status(61).counts().total().get(Measure.LOST)).isEqualTo(1);
    take(answered("c1", 10));
    assertThat(status(62).counts().total().get(Measure.LOST)).isZero();
    assertThat(status(62).counts().total().get(Measure.ANSWERED)).isEqualTo(1);
  }

  @Test
  void listThatComesAfterTheEventsThatItDoesNotKnowOfCountsAllTheSame() throws Exception {
    take(queued("c1", 0), answered("c1", 90));
    tell(list("l1", 60, Map.of()));
    assertThat(status(91).counts().total().get(Measure.FOUND_AGAIN)).isEqualTo(1);
    assertThat(status(91).counts().total().get(Measure.ANSWERED)).isEqualTo(1);
    assertThat(status(91).counts().total().get(Measure.LOST)).isZero();
  }

  @Test
  void laterListIsSettledByAnEarlierOneThatComesAfterIt() throws Exception {
    tell(list("l2", 120, Map.of("c9", 12)));
    assertThat(status(121).line().waiting()).isEqualTo(1);
    take(queued("c9", 12));
    tell(list("l1", 60, Map.of()));
    assertThat(status(121).line().waiting()).isEqualTo(1);
    assertThat(status(121).counts().total().get(Measure.OPENED_BY_SNAPSHOT)).isZero();
    assertThat(status(121).counts().total().get(Measure.FOUND_AGAIN)).isEqualTo(1);
  }

  @Test
  void listInTwoPartsLosesNobodyWhoIsOnEither() throws Exception {
    take(queued("c1", 0), queued("c2", 1));
    tell(list("l1", 60, Map.of("c1", 0)));
    assertThat(status(61).line().waiting()).isEqualTo(1);
    tell(list("l2", 60, Map.of("c2", 1)));
    assertThat(status(61).line().waiting()).isEqualTo(2);
    assertThat(status(61).counts().total().get(Measure.LOST)).isZero();
    assertThat(status(61).counts().total().get(Measure.FOUND_AGAIN)).isZero();
  }

  @Test
  void listThatWasReceivedADayTooLateIsKeptAndCountedAndChangesNothing() throws Exception {
    take(queued("c1", 0));
    KeyedEvent late = late(listEvent("l1", 60, Map.of()), Duration.ofHours(25));
    tell(new Control(Topics.EVENTS, late.key(), late.value()));
    assertThat(status(61).line().waiting()).isEqualTo(1);
    assertThat(status(61).counts().rejected()).containsExactly(1L, 0L);
    assertThat(rejected()).hasSize(1);
  }

  @Test
  void whatARestartedPlatformForgotIsLostAndNotAbandoned() throws Exception {
    take(queued("c1", 0), queued("c2", 0), answered("c2", 5));
    tell(restart("r1", 60));
    assertThat(status(61).line().waiting()).isZero();
    assertThat(status(61).line().inProgress()).isZero();
    assertThat(status(61).counts().total().get(Measure.LOST)).isEqualTo(1);
    assertThat(status(61).counts().total().get(Measure.LEGS_LOST)).isEqualTo(1);
    assertThat(status(61).counts().total().get(Measure.ABANDONED)).isZero();
  }

  @Test
  void whoIsNotHeardOfForLongerThanAnyVisitIsLostAndNothingIsLeft() throws Exception {
    take(queued("c1", 0));
    time(60);
    time(12 * 3600 + 120);
    assertThat(status(12 * 3600 + 120).counts().total().get(Measure.LOST)).isEqualTo(1);
    assertThat(status(12 * 3600 + 120).line().waiting()).isZero();
    time(37 * 3600);
    time(37 * 3600 + 120);
    assertThat(operator.numEventTimeTimers()).isZero();
    assertThat(operator.numKeyedStateEntries()).isZero();
  }

  @Test
  void otherPromiseHoldsAtOnceForThoseWhoWait() throws Exception {
    take(queued("c1", 0));
    time(10);
    define("sales", "{\"threshold\": \"5s\"}");
    assertThat(breaches()).extracting(r -> r.breach().kind()).contains(BreachKind.BREACH);
    define("sales", "{\"threshold\": \"60s\"}");
    assertThat(breaches()).last().extracting(BreachRecord::withdrawn).isEqualTo(true);
    time(59);
    assertThat(breaches().stream().filter(r -> !r.withdrawn()).map(r -> r.breach().threshold()))
        .contains(60_000_000L);
    assertThat(operator.numEventTimeTimers()).isEqualTo(1);
  }

  @Test
  void definitionThatMakesNoSenseChangesNothing() throws Exception {
    take(queued("c1", 0));
    define("sales", "{\"threshold\": \"soon\"}");
    time(20);
    assertThat(breaches()).extracting(r -> r.breach().kind()).contains(BreachKind.BREACH);
  }

  @Test
  void contactThatBeganWithABotIsForgottenLikeAnyOther() throws Exception {
    take(
        logged(event("c1", 0, new InteractionChange.Message(Party.BOT))),
        queued("c1", 5),
        abandoned("c1", 9));
    time(60);
    assertThat(operator.numKeyedStateEntries()).isEqualTo(1);
    time(60 + 25 * 3600);
    time(120 + 25 * 3600);
    assertThat(operator.numKeyedStateEntries()).isZero();
  }

  @Test
  void eventThatWasReceivedADayTooLateIsKeptAndCountedAndChangesNothing() throws Exception {
    take(queued("c1", 0));
    take(late(event("c1", 5, new InteractionChange.Answered()), Duration.ofHours(24)));
    assertThat(status(6).line().waiting()).isZero();
    assertThat(rejected()).isEmpty();
    take(late(event("c1", 60, new InteractionChange.Ended(null)), Duration.ofHours(25)));
    assertThat(status(61).line().inProgress()).isEqualTo(1);
    assertThat(status(61).counts().rejected()).containsExactly(1L, 0L);
    assertThat(rejected())
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.topic()).isEqualTo(Topics.REJECTED);
              assertThat(kept.key()).isEqualTo("test");
              assertThat(new String(kept.value(), StandardCharsets.UTF_8))
                  .contains("\"code\":\"too_late\"", "interaction.ended", "PT24H");
            });
  }

  private List<Publication> rejected() {
    return told(Telling.REJECTED);
  }

  private List<Publication> told(OutputTag<Publication> tag) {
    var told = operator.getSideOutput(tag);
    return told == null ? List.of() : told.stream().map(StreamRecord::getValue).toList();
  }

  private static KeyedEvent late(Event event, Duration late) {
    return new KeyedEvent(
        event.key(), CompactForm.encode(event, event.header().occurredAt().plus(late)));
  }

  private void define(String queue, String json) throws Exception {
    tell(new Control(Topics.CONFIG, queue, json.getBytes(StandardCharsets.UTF_8)));
    collect();
  }

  private void tell(Control control) throws Exception {
    operator.processElement2(new StreamRecord<>(control));
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, EventBundle, Control, QueueChange>
      harness() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new InteractionOperator(settings),
        EventBundle::key,
        Control::key,
        BasicTypeInfo.STRING_TYPE_INFO);
  }

  private void take(KeyedEvent... events) throws Exception {
    for (KeyedEvent event : events) {
      operator.processElement1(new StreamRecord<>(EventBundle.of(event)));
    }
  }

  private void time(double second) throws Exception {
    operator.processWatermark1(new Watermark(millis(second)));
    collect();
  }

  private List<BreachRecord> breaches() {
    settle();
    return breaches;
  }

  private QueueStatus status(double second) throws Exception {
    operator.prepareSnapshotPreBarrier(0);
    collect();
    long now = millis(second) * 1_000;
    board.advance(now, terms());
    return board.status(terms(), now);
  }

  /** What has arrived is followed, without time going on. */
  private void settle() {
    try {
      operator.prepareSnapshotPreBarrier(0);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    collect();
  }

  private void collect() {
    var told = operator.getSideOutput(Telling.BREACHES);
    while (told != null && !told.isEmpty()) {
      breaches.add(Results.readBreach(told.poll().getValue().value()));
    }
    Queue<Object> sent = operator.getOutput();
    while (!sent.isEmpty()) {
      if (sent.poll() instanceof StreamRecord<?> record
          && record.getValue() instanceof QueueChange change) {
        board.apply(change.delta(), terms());
      }
    }
  }

  private QueueTerms terms() {
    return QueueTerms.of(
        new io.tideboard.core.queue.QueueKey("sales", "voice"), QueueCatalog.DEFAULTS);
  }
}
