// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static io.tideboard.flink.live.CallEvents.event;
import static io.tideboard.flink.live.CallEvents.logged;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.queue.QueueBoard;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.QueueTerms;
import io.tideboard.core.queue.Rejection;
import io.tideboard.events.InteractionChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contact of which more is told than of any real one: what is not taken is kept and counted. */
class LongContactsTest {

  private static final int MOST = 1_024;

  private final List<String> rejected = new ArrayList<>();
  private KeyedTwoInputStreamOperatorTestHarness<String, EventBundle, Control, QueueChange>
      operator;

  @BeforeEach
  void open() throws Exception {
    open(null);
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void theRestIsKeptAndCounted() throws Exception {
    for (int from = 0; from < 1_100; from += 100) {
      take(from, from + 100);
      operator.prepareSnapshotPreBarrier(0);
    }
    assertThat(rejected()).hasSize(1_100 - MOST);
    assertThat(rejected.get(0)).contains("\"code\":\"too_many_moments\"", "\"value\":\"c1\"");
  }

  @Test
  void theRestIsKeptAndCountedWhenEverythingComesAtOnce() throws Exception {
    take(0, 3_000);
    operator.prepareSnapshotPreBarrier(0);
    assertThat(rejected()).hasSize(3_000 - MOST);
    assertThat(countedRejections()).isEqualTo(3_000 - MOST);
  }

  @Test
  void whatIsKnownAlreadyIsNotPartOfTheRest() throws Exception {
    take(0, 1_100);
    take(0, 1);
    assertThat(rejected()).hasSize(1_100 - MOST);
  }

  @Test
  void theRestIsKeptAndCountedWhenMuchWasKnownBeforeARestart() throws Exception {
    take(0, 600);
    operator.prepareSnapshotPreBarrier(0);
    OperatorSubtaskState kept = operator.snapshot(1, 1);
    operator.close();
    open(kept);

    take(600, 1_100);
    operator.prepareSnapshotPreBarrier(1);
    assertThat(rejected()).hasSize(1_100 - MOST);
  }

  private void open(OperatorSubtaskState kept) throws Exception {
    operator =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new InteractionOperator(LiveSettings.of(QueueCatalog.DEFAULTS)),
            EventBundle::key,
            Control::key,
            BasicTypeInfo.STRING_TYPE_INFO);
    operator.setProcessingTime(1_000_000);
    if (kept != null) {
      operator.initializeState(kept);
    }
    operator.open();
  }

  /** All in one bundle. */
  private void take(int from, int to) throws Exception {
    EventBundle bundle = new EventBundle("c1");
    for (int i = from; i < to; i++) {
      InteractionChange change =
          i % 2 == 0 ? new InteractionChange.Held() : new InteractionChange.Resumed();
      bundle.add(logged(event("c1", i, change)).value());
    }
    operator.processElement1(new StreamRecord<>(bundle));
  }

  private List<String> rejected() {
    var told = operator.getSideOutput(Telling.REJECTED);
    while (told != null && !told.isEmpty()) {
      rejected.add(new String(told.poll().getValue().value(), StandardCharsets.UTF_8));
    }
    return rejected;
  }

  private long countedRejections() {
    QueueBoard board = new QueueBoard();
    QueueTerms terms = QueueTerms.of(new QueueKey("sales", "voice"), QueueCatalog.DEFAULTS);
    for (Object sent : operator.getOutput()) {
      board.apply(((QueueChange) ((StreamRecord<?>) sent).getValue()).delta(), terms);
    }
    board.advance(0, terms);
    return board.status(terms, 0).counts().rejected().get(Rejection.TOO_MANY_MOMENTS.ordinal());
  }
}
