// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.InteractionLifecycle;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.queue.DeltaBatch;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.results.Results;
import io.tideboard.core.tally.Measure;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queues under Flink's harness: what is published, when, and what is left. */
class QueueFunctionTest {

  private KeyedTwoInputStreamOperatorTestHarness<String, QueueChange, Control, Publication> queues;

  @BeforeEach
  void open() throws Exception {
    queues =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new QueueFunction(LiveSettings.of(QueueCatalog.DEFAULTS)),
                List.of(QueueFunction.DEFINITIONS)),
            change -> change.key().wire(),
            null,
            BasicTypeInfo.STRING_TYPE_INFO);
    queues.open();
    queues.setProcessingTime(1_000_000);
    queues.processWatermark2(new Watermark(Long.MAX_VALUE - 1));
  }

  @AfterEach
  void close() throws Exception {
    queues.close();
  }

  @Test
  void changeIsPublishedWithinATwentiethOfASecond() throws Exception {
    queues.processElement1(new StreamRecord<>(answeredAfter(30)));
    time(60);
    queues.setProcessingTime(1_000_050);
    assertThat(statuses()).last().satisfies(s -> assertThat(answered(s)).isEqualTo(1));
  }

  @Test
  void atTheEndRowsAreToldAndNothingIsLeft() throws Exception {
    queues.processElement1(new StreamRecord<>(answeredAfter(30)));
    time(60);
    queues.processWatermark1(Watermark.MAX_WATERMARK);
    queues.processWatermark2(Watermark.MAX_WATERMARK);
    assertThat(rows()).hasSize(2);
    assertThat(queues.numKeyedStateEntries()).isZero();
    // A timer of before the end finds nobody.
    queues.setProcessingTime(1_010_000);
    assertThat(queues.numKeyedStateEntries()).isZero();
  }

  @Test
  void otherThresholdHoldsForWhatWasCountedBefore() throws Exception {
    queues.processElement1(new StreamRecord<>(answeredAfter(30)));
    time(60);
    queues.setProcessingTime(1_000_050);
    assertThat(within(statuses().get(statuses().size() - 1))).isZero();
    queues.processElement2(
        new StreamRecord<>(
            new Control(
                Topics.CONFIG,
                "sales",
                "{\"threshold\":\"45s\"}".getBytes(StandardCharsets.UTF_8))));
    assertThat(within(statuses().get(statuses().size() - 1))).isEqualTo(1);
  }

  private static QueueChange answeredAfter(int seconds) {
    DeltaBatch batch = new DeltaBatch();
    Interaction call = Interaction.UNKNOWN;
    for (var event :
        List.of(
            CallEvents.event("c1", 0, new InteractionChange.Queued(null)),
            CallEvents.event("c1", seconds, new InteractionChange.Answered()))) {
      Moment moment = Moment.of((InteractionEvent) event);
      assertThat(moment).isNotNull();
      var step = InteractionLifecycle.on(call, moment);
      call = step.interaction();
      step.facts().forEach(batch::take);
    }
    QueueChange[] change = new QueueChange[1];
    batch.drain((key, delta) -> change[0] = new QueueChange(key, delta));
    return change[0];
  }

  private void time(double second) throws Exception {
    queues.processWatermark1(new Watermark(CallEvents.millis(second)));
  }

  private List<QueueStatus> statuses() {
    return published(Topics.QUEUES).stream().map(p -> Results.readStatus(p.value())).toList();
  }

  private List<IntervalRow> rows() {
    return published(Topics.INTERVALS).stream().map(p -> Results.readRow(p.value())).toList();
  }

  private List<Publication> published(String topic) {
    return queues.extractOutputValues().stream().filter(p -> p.topic().equals(topic)).toList();
  }

  private static long answered(QueueStatus status) {
    return status.counts().today().get(Measure.ANSWERED);
  }

  private static long within(QueueStatus status) {
    return status.counts().today().get(Measure.ANSWERED_WITHIN_THRESHOLD);
  }
}
