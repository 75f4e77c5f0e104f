// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static io.tideboard.flink.live.CallEvents.abandoned;
import static io.tideboard.flink.live.CallEvents.answered;
import static io.tideboard.flink.live.CallEvents.ended;
import static io.tideboard.flink.live.CallEvents.millis;
import static io.tideboard.flink.live.CallEvents.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.queue.QueueBoard;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueTerms;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.results.Results;
import io.tideboard.core.tally.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator under Flink's harness: what it sends, its timers, and what is left in state. */
class InteractionOperatorTest {

  private final LiveSettings settings = LiveSettings.of(QueueCatalog.DEFAULTS);
  private final List<BreachRecord> breaches = new ArrayList<>();
  private final QueueBoard board = new QueueBoard();
  private KeyedOneInputStreamOperatorTestHarness<String, KeyedEvent, QueueChange> operator;

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
    assertThat(operator.numEventTimeTimers()).isEqualTo(1);

    take(answered("c1", 5), ended("c1", 60));
    time(61);
    assertThat(operator.numEventTimeTimers()).isZero();
    assertThat(operator.numKeyedStateEntries()).isEqualTo(1);

    time(60 + 25 * 3600);
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
  void anAnswerThatComesLateTakesTheBreachBack() throws Exception {
    take(queued("c1", 0));
    time(30);
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

  private KeyedOneInputStreamOperatorTestHarness<String, KeyedEvent, QueueChange> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new InteractionOperator(settings), KeyedEvent::key, BasicTypeInfo.STRING_TYPE_INFO);
  }

  private void take(KeyedEvent... events) throws Exception {
    for (KeyedEvent event : events) {
      operator.processElement(new StreamRecord<>(event));
    }
  }

  private void time(double second) throws Exception {
    operator.processWatermark(millis(second));
    collect();
  }

  private List<BreachRecord> breaches() {
    collect();
    return breaches;
  }

  private QueueStatus status(double second) throws Exception {
    operator.prepareSnapshotPreBarrier(0);
    collect();
    long now = millis(second) * 1_000;
    board.advance(now, terms());
    return board.status(terms(), now);
  }

  private void collect() {
    var told = operator.getSideOutput(InteractionOperator.BREACHES);
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
