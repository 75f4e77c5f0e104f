// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.events.Event;
import io.tideboard.events.Topics;
import io.tideboard.testkit.Disorder;
import io.tideboard.testkit.Histories;
import io.tideboard.testkit.Platforms;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random days with restarts at every event: what comes of them is what would have come anyway. */
class RestoringTest {

  private static final LiveSettings SETTINGS = LiveSettings.of(QueueCatalog.DEFAULTS);
  private static final long DAY = Duration.ofDays(1).toMillis();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void interactionsRestoredAfterEveryEventTellTheSame(long seed) throws Exception {
    List<Event> day = day(seed);
    int[] always = new int[day.size()];
    Arrays.fill(always, 1);
    try (Subtasks undisturbed = follow(day, new int[day.size()]);
        Subtasks restored = follow(day, always)) {
      agree(restored, undisturbed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void interactionsInOneAndThenTwoPartsAndThenInOneTellTheSame(long seed) throws Exception {
    List<Event> day = day(seed);
    int[] rescaled = new int[day.size()];
    rescaled[day.size() / 3] = 2;
    rescaled[2 * day.size() / 3] = 1;
    try (Subtasks undisturbed = follow(day, new int[day.size()]);
        Subtasks moved = follow(day, rescaled)) {
      agree(moved, undisturbed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void queuesRestoredAfterEveryChangePublishTheSame(long seed) throws Exception {
    try (Subtasks day = follow(day(seed), new int[day(seed).size()])) {
      assertThat(published(day.changes(), true)).isEqualTo(published(day.changes(), false));
    }
  }

  /** A day of which events are missing, doubled, late and told by platforms that restart. */
  private static List<Event> day(long seed) {
    Disorder disorder = Disorder.seeded(seed);
    List<Event> told =
        Platforms.restarting(
            seed, Platforms.listing(seed, disorder.cut(Histories.of(seed, 12), 0.1)));
    return disorder.delayed(disorder.duplicated(told, 0.1), Duration.ofMinutes(5));
  }

  private static Subtasks follow(List<Event> day, int[] restarts) throws Exception {
    Subtasks subtasks = new Subtasks(SETTINGS);
    for (int i = 0; i < day.size(); i++) {
      subtasks.take(day.get(i));
      if (restarts[i] > 0) {
        subtasks.restart(restarts[i]);
      }
    }
    // Until nobody waits any more, and everybody is forgotten.
    long end = day.get(day.size() - 1).header().occurredAt().toEpochMilli();
    for (int days = 1; days < 40; days++) {
      subtasks.time(end + days * DAY);
    }
    return subtasks;
  }

  private static void agree(Subtasks actual, Subtasks expected) {
    assertThat(actual.breaches()).isEqualTo(expected.breaches());
    assertThat(actual.rows()).isEqualTo(expected.rows());
    assertThat(expected.timers()).isZero();
    assertThat(expected.entries()).isZero();
    assertThat(actual.timers()).isZero();
    assertThat(actual.entries()).isZero();
  }

  /** The last of every row and every status that a queue publishes, by topic and key. */
  private static Map<String, String> published(List<QueueChange> changes, boolean restarting)
      throws Exception {
    Map<String, String> published = new TreeMap<>();
    var queues = queues();
    queues.setProcessingTime(1_000_000);
    queues.open();
    long wall = 1_000_000;
    long time = CallEvents.millis(0);
    for (QueueChange change : changes) {
      queues.processElement1(new StreamRecord<>(change));
      time += 10_000;
      wall += 1_000;
      queues.processBothWatermarks(new Watermark(time));
      queues.setProcessingTime(wall);
      collect(queues, published);
      if (restarting) {
        OperatorSubtaskState kept = queues.snapshot(1, 1);
        queues.close();
        queues = queues();
        queues.setProcessingTime(wall);
        queues.initializeState(kept);
        queues.open();
      }
    }
    queues.setProcessingTime(wall + 10_000);
    queues.processBothWatermarks(Watermark.MAX_WATERMARK);
    collect(queues, published);
    assertThat(queues.numKeyedStateEntries()).isZero();
    assertThat(queues.numEventTimeTimers()).isZero();
    queues.close();
    return published;
  }

  private static void collect(
      KeyedTwoInputStreamOperatorTestHarness<String, QueueChange, Control, Publication> queues,
      Map<String, String> published) {
    while (!queues.getOutput().isEmpty()) {
      if (queues.getOutput().poll() instanceof StreamRecord<?> record
          && record.getValue() instanceof Publication told) {
        String where = told.topic().equals(Topics.QUEUES) ? "status " : "row ";
        published.put(
            where + told.key(), new String(told.value(), java.nio.charset.StandardCharsets.UTF_8));
      }
    }
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, QueueChange, Control, Publication>
      queues() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new QueueFunction(SETTINGS), List.of(QueueFunction.DEFINITIONS)),
        change -> change.key().wire(),
        null,
        BasicTypeInfo.STRING_TYPE_INFO);
  }
}
