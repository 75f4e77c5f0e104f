// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.queue.QueueBoard;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.QueueTerms;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.core.results.Results;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The operator of interactions, in as many parts as wanted, and what comes of it. */
final class Subtasks implements AutoCloseable {

  private static final int KEY_GROUPS = 128;

  private final LiveSettings settings;
  private final List<
          KeyedTwoInputStreamOperatorTestHarness<String, EventBundle, Control, QueueChange>>
      parts = new ArrayList<>();
  private final Map<QueueKey, QueueBoard> boards = new TreeMap<>();
  private final Map<String, String> breaches = new TreeMap<>();
  private final List<QueueChange> changes = new ArrayList<>();

  Subtasks(LiveSettings settings) throws Exception {
    this.settings = settings;
    open(null, 1);
  }

  private void open(OperatorSubtaskState kept, int parallelism) throws Exception {
    int before = Math.max(1, parts.size());
    close();
    parts.clear();
    for (int i = 0; i < parallelism; i++) {
      var part =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              new InteractionOperator(settings),
              EventBundle::key,
              null,
              BasicTypeInfo.STRING_TYPE_INFO,
              KEY_GROUPS,
              parallelism,
              i);
      part.setProcessingTime(1_000_000);
      if (kept != null) {
        part.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                kept, KEY_GROUPS, before, parallelism, i));
      }
      part.open();
      parts.add(part);
    }
  }

  /** Takes an event, received when it occurred, and time comes to then. */
  void take(Event event) throws Exception {
    KeyedEvent logged = CallEvents.logged(event);
    if (event instanceof InteractionEvent) {
      int part =
          KeyGroupRangeAssignment.assignKeyToParallelOperator(
              logged.key(), KEY_GROUPS, parts.size());
      parts.get(part).processElement1(new StreamRecord<>(EventBundle.of(logged)));
    } else {
      Control control = new Control(Topics.EVENTS, logged.key(), logged.value());
      for (var part : parts) {
        part.processElement2(new StreamRecord<>(control));
      }
    }
    time(event.header().occurredAt().toEpochMilli());
  }

  void time(long millis) throws Exception {
    for (var part : parts) {
      part.processWatermark1(new Watermark(millis));
    }
    settle();
  }

  /** Everything goes down and comes up again, in so many parts. */
  void restart(int parallelism) throws Exception {
    settle();
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (var part : parts) {
      states.add(part.snapshot(1, 1));
    }
    open(
        AbstractStreamOperatorTestHarness.repackageState(
            states.toArray(new OperatorSubtaskState[0])),
        parallelism);
  }

  private void settle() throws Exception {
    for (var part : parts) {
      part.prepareSnapshotPreBarrier(1);
      var told = part.getSideOutput(Telling.BREACHES);
      while (told != null && !told.isEmpty()) {
        BreachRecord record = Results.readBreach(told.poll().getValue().value());
        if (record.withdrawn()) {
          breaches.remove(record.breach().id());
        } else {
          breaches.put(record.breach().id(), record.breach().toString());
        }
      }
      while (!part.getOutput().isEmpty()) {
        if (part.getOutput().poll() instanceof StreamRecord<?> record
            && record.getValue() instanceof QueueChange change) {
          changes.add(change);
          boards
              .computeIfAbsent(change.key(), fresh -> new QueueBoard())
              .apply(change.delta(), terms(change.key()));
        }
      }
    }
  }

  /** The breaches that stand, by id. */
  Map<String, String> breaches() {
    return breaches;
  }

  /** What was sent to the queues since the beginning. */
  List<QueueChange> changes() {
    return changes;
  }

  /** The interval table in both bases. */
  Map<String, QueueTally> rows() {
    Map<String, QueueTally> rows = new TreeMap<>();
    boards.forEach(
        (key, board) ->
            board.changedRows(
                terms(key),
                row -> {
                  if (!row.tally().isEmpty()) {
                    rows.put(
                        key + "/" + row.start() + "/" + Basis.values()[row.basis().ordinal()],
                        row.tally());
                  }
                }));
    return rows;
  }

  int timers() {
    return sum(part -> part.numEventTimeTimers());
  }

  int entries() {
    return sum(part -> part.numKeyedStateEntries());
  }

  private int sum(
      ToIntFunction<
              KeyedTwoInputStreamOperatorTestHarness<String, EventBundle, Control, QueueChange>>
          count) {
    return parts.stream().mapToInt(count).sum();
  }

  private QueueTerms terms(QueueKey key) {
    return QueueTerms.of(key, settings.catalog());
  }

  @Override
  public void close() throws Exception {
    for (var part : parts) {
      part.close();
    }
  }
}
