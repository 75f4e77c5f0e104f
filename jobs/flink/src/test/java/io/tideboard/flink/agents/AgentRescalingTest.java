// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import static io.tideboard.flink.agents.AgentEvents.answered;
import static io.tideboard.flink.agents.AgentEvents.control;
import static io.tideboard.flink.agents.AgentEvents.list;
import static io.tideboard.flink.agents.AgentEvents.micros;
import static io.tideboard.flink.agents.AgentEvents.millis;
import static io.tideboard.flink.agents.AgentEvents.news;
import static io.tideboard.flink.agents.AgentEvents.standing;
import static io.tideboard.flink.agents.AgentEvents.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.agents.TeamBoard;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentState;
import io.tideboard.events.Event;
import io.tideboard.flink.live.Control;
import io.tideboard.flink.live.LiveSettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator of agents, with more and with fewer subtasks than before. */
class AgentRescalingTest {

  private static final int KEY_GROUPS = 128;
  private static final List<String> AGENTS = List.of("ada", "ben", "cyd", "dan", "eve");

  private final AgentSettings settings = AgentSettings.of(LiveSettings.of(QueueCatalog.DEFAULTS));
  private final QueueCalendar calendar = QueueDefinition.DEFAULT.calendar();
  private final List<KeyedTwoInputStreamOperatorTestHarness<String, AgentNews, Control, TeamNews>>
      subtasks = new ArrayList<>();
  private TeamBoard board = new TeamBoard();

  @AfterEach
  void close() throws Exception {
    for (var subtask : subtasks) {
      subtask.close();
    }
  }

  @Test
  void moreAndThenFewerSubtasksTellTheSame() throws Exception {
    TeamStatus uninterrupted = run(1, 1, 1);
    close();
    subtasks.clear();
    board = new TeamBoard();
    assertThat(run(1, 2, 1)).isEqualTo(uninterrupted);
    assertThat(subtasks.get(0).numKeyedStateEntries()).isEqualTo(AGENTS.size());
  }

  private TeamStatus run(int... parallelisms) throws Exception {
    OperatorSubtaskState kept = null;
    int second = 0;
    for (int parallelism : parallelisms) {
      restore(kept, parallelism);
      for (String agent : AGENTS) {
        second += 7;
        take(news(state(agent, second, AgentState.values()[second % 5])));
        take(answered(agent, second + 1));
      }
      Event list =
          list(
              second - 20,
              AGENTS.subList(0, 4).stream()
                  .map(agent -> standing(agent, AgentState.MEETING, 3))
                  .toArray(AgentSnapshot.Standing[]::new));
      for (var subtask : subtasks) {
        subtask.processElement2(new StreamRecord<>(control(list)));
        subtask.processBothWatermarks(new Watermark(millis(second)));
      }
      kept = snapshot();
    }
    board.advance(micros(second), micros(0), calendar);
    return board.status("sales", micros(second), calendar);
  }

  private void restore(OperatorSubtaskState kept, int parallelism) throws Exception {
    int before = Math.max(1, subtasks.size());
    close();
    subtasks.clear();
    for (int i = 0; i < parallelism; i++) {
      KeyedTwoInputStreamOperatorTestHarness<String, AgentNews, Control, TeamNews> subtask =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              new AgentOperator(settings),
              AgentNews::key,
              null,
              BasicTypeInfo.STRING_TYPE_INFO,
              KEY_GROUPS,
              parallelism,
              i);
      subtask.setProcessingTime(1_000_000);
      if (kept != null) {
        subtask.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                kept, KEY_GROUPS, before, parallelism, i));
      }
      subtask.open();
      subtasks.add(subtask);
    }
  }

  private void take(AgentNews news) throws Exception {
    int subtask =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            news.key(), KEY_GROUPS, subtasks.size());
    subtasks.get(subtask).processElement1(new StreamRecord<>(news));
  }

  private OperatorSubtaskState snapshot() throws Exception {
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (var subtask : subtasks) {
      subtask.getOperator().prepareSnapshotPreBarrier(1);
      while (!subtask.getOutput().isEmpty()) {
        if (subtask.getOutput().poll() instanceof StreamRecord<?> record
            && record.getValue() instanceof TeamNews news
            && news.delta() != null) {
          board.apply(news.delta(), calendar);
        }
      }
      states.add(subtask.snapshot(1, 1));
    }
    return AbstractStreamOperatorTestHarness.repackageState(
        states.toArray(new OperatorSubtaskState[0]));
  }
}
