// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.followup.ClosedContact;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.QueueBoard;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.QueueTerms;
import io.tideboard.core.tally.Kpi;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.core.tally.ServiceLevelFormula;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers under Flink's harness: what the queues are told, and what is left in state. */
class CustomerOperatorTest {

  private static final long OPEN = QueueVisit.OPEN;
  private static final int DAY = 86_400;
  private static final QueueKey SALES = new QueueKey("sales", "voice");

  private final QueueTerms terms = QueueTerms.of(SALES, QueueCatalog.DEFAULTS);
  private final QueueBoard board = new QueueBoard();
  private KeyedOneInputStreamOperatorTestHarness<Long, CustomerNews, QueueChange> customers;

  @BeforeEach
  void open() throws Exception {
    customers = harness();
    customers.open();
  }

  @AfterEach
  void close() throws Exception {
    customers.close();
  }

  @Test
  void contactThatIsNotFollowedWasResolvedAtFirst() throws Exception {
    take(1, contact("c1", 0, 0, 600));
    assertThat(resolvedAtFirst()).isEqualTo(1.0);
  }

  @Test
  void furtherContactWithinSevenDaysTakesThatBackWhicheverComesFirst() throws Exception {
    take(1, contact("c2", 0, 3 * DAY, OPEN));
    take(1, contact("c1", 0, 0, 600));
    take(2, contact("c3", 0, 0, 600));
    take(2, contact("c4", 0, 8 * DAY, OPEN));
    assertThat(resolvedAtFirst()).isEqualTo(0.5);
  }

  @Test
  void contactAboutSomethingElseIsNoFurtherOne() throws Exception {
    take(1, contact("c1", 7, 0, 600));
    take(1, contact("c2", 9, DAY, OPEN));
    assertThat(resolvedAtFirst()).isEqualTo(1.0);
    take(1, contact("c3", 7, 2 * DAY, OPEN));
    assertThat(resolvedAtFirst()).isEqualTo(0.0);
  }

  @Test
  void reopenedContactIsInNeitherCount() throws Exception {
    take(1, contact("c1", 0, 0, 600));
    take(1, contact("c1", 0, 0, OPEN));
    assertThat(resolvedAtFirst()).isNull();
  }

  @Test
  void customersAreRememberedThroughARestartAndForgottenAfterTheWindow() throws Exception {
    take(1, contact("c1", 0, 0, 600));
    OperatorSubtaskState kept = customers.snapshot(1, 1);
    customers.close();
    customers = harness();
    customers.initializeState(kept);
    customers.open();
    take(1, contact("c2", 0, DAY, OPEN));
    assertThat(resolvedAtFirst()).isEqualTo(0.0);
    customers.processWatermark(new Watermark(CallEvents.millis(8 * DAY)));
    assertThat(customers.numKeyedStateEntries()).isEqualTo(1);
    customers.processWatermark(new Watermark(CallEvents.millis(9 * DAY + 3 * 3600)));
    assertThat(customers.numKeyedStateEntries()).isZero();
    assertThat(resolvedAtFirst()).isEqualTo(0.0);
  }

  private static ClosedContact contact(String id, int topic, int begun, long resolved) {
    return new ClosedContact(
        id.hashCode(),
        topic,
        "sales",
        "voice",
        micros(begun),
        micros(begun),
        resolved == OPEN ? OPEN : micros((int) resolved));
  }

  private static long micros(int second) {
    return Micros.of(CallEvents.NINE.plus(Duration.ofSeconds(second)));
  }

  private void take(long customer, ClosedContact contact) throws Exception {
    customers.processElement(new StreamRecord<>(new CustomerNews(customer, contact)));
    customers.prepareSnapshotPreBarrier(1);
    while (!customers.getOutput().isEmpty()) {
      if (customers.getOutput().poll() instanceof StreamRecord<?> record
          && record.getValue() instanceof QueueChange change) {
        board.apply(change.delta(), terms);
      }
    }
  }

  private Double resolvedAtFirst() {
    board.advance(micros(0), terms);
    PeriodCounts total = board.status(terms, micros(0)).counts().total();
    return Kpi.FIRST_CONTACT_RESOLUTION.of(total, ServiceLevelFormula.ANSWERED);
  }

  private static KeyedOneInputStreamOperatorTestHarness<Long, CustomerNews, QueueChange> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new CustomerOperator(LiveSettings.of(QueueCatalog.DEFAULTS)),
        CustomerNews::customer,
        BasicTypeInfo.LONG_TYPE_INFO);
  }
}
