// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import static io.tideboard.flink.agents.AgentEvents.micros;
import static io.tideboard.flink.agents.AgentEvents.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tideboard.core.agents.Absences;
import io.tideboard.core.agents.AgentLine;
import io.tideboard.core.agents.AgentResults;
import io.tideboard.core.agents.AgentTerms;
import io.tideboard.core.agents.Mark;
import io.tideboard.core.agents.Plan;
import io.tideboard.core.agents.Rolls;
import io.tideboard.core.agents.TeamBatch;
import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.events.AgentState;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.SchedulePublished;
import io.tideboard.events.Topics;
import io.tideboard.flink.live.Control;
import io.tideboard.flink.live.LiveSettings;
import io.tideboard.flink.live.Publication;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The function under Flink's harness: what it publishes, its timers, and what is left in state. */
class TeamFunctionTest {

  private final AgentSettings settings = AgentSettings.of(LiveSettings.of(QueueCatalog.DEFAULTS));
  private final AgentLine ada = new AgentLine(AgentTerms.DEFAULT);
  private final TeamBatch turns = new TeamBatch();
  private final List<TeamStatus> statuses = new ArrayList<>();
  private final Map<String, TeamRow> rows = new TreeMap<>();
  private int nothings;
  private KeyedTwoInputStreamOperatorTestHarness<String, TeamNews, Control, Publication> function;

  @BeforeEach
  void open() throws Exception {
    function = harness();
    function.setProcessingTime(1_000_000);
    function.open();
  }

  @AfterEach
  void close() throws Exception {
    function.close();
  }

  @Test
  void manyChangesMakeOneStatusAndSilenceMakesHeartbeats() throws Exception {
    time(0);
    told(0, AgentState.AVAILABLE);
    told(5, AgentState.BREAK);
    time(10);
    pass(249);
    assertThat(statuses).isEmpty();
    pass(1);
    assertThat(statuses).hasSize(1);
    assertThat(statuses.get(0).agents()).isEqualTo(Map.of(AgentState.BREAK, 1));
    assertThat(statuses.get(0).wire()).isEqualTo("sales/*");
    time(20);
    pass(5_000);
    assertThat(statuses).hasSizeGreaterThan(1);
    assertThat(last().today().get(TeamMeasure.BREAK)).isEqualTo(15_000_000);
  }

  @Test
  void aRowIsToldWhenItChangesAndWhenItsIntervalIsOver() throws Exception {
    told(0, AgentState.AVAILABLE);
    time(100);
    pass(2_000);
    assertThat(available("sales/*/2026-03-02T09:00:00Z/event")).isEqualTo(100_000_000);
    time(901);
    pass(10_000);
    assertThat(available("sales/*/2026-03-02T09:00:00Z/event")).isEqualTo(900_000_000);
  }

  @Test
  void theEndPublishesEveryRowAndLeavesNothing() throws Exception {
    told(0, AgentState.AVAILABLE);
    told(1_000, AgentState.OFFLINE);
    function.processBothWatermarks(Watermark.MAX_WATERMARK);
    collect();
    assertThat(rows).hasSize(2);
    assertThat(function.numKeyedStateEntries()).isZero();
    assertThat(function.numEventTimeTimers()).isZero();
  }

  @Test
  void aTeamIsForgottenWhenNobodyIsThereAndEverythingIsSettled() throws Exception {
    told(0, AgentState.AVAILABLE);
    told(1_000, AgentState.OFFLINE);
    plan(0, 3);
    time(1_001);
    pass(10_000);
    assertThat(function.numKeyedStateEntries()).isEqualTo(1);
    time(3 * 24 * 3600);
    pass(10_000);
    assertThat(function.numKeyedStateEntries()).isZero();
    assertThat(function.numEventTimeTimers()).isZero();
    pass(10_000);
    assertThat(function.numProcessingTimeTimers()).isZero();
    assertThat(nothings).isEqualTo(1);
  }

  @Test
  void restoringAfterEveryChangeChangesNothing() throws Exception {
    run(false);
    TeamStatus uninterrupted = last();
    Map<String, TeamRow> told = new TreeMap<>(rows);
    close();
    rows.clear();
    open();
    run(true);
    assertThat(last()).isEqualTo(uninterrupted);
    assertThat(rows).isEqualTo(told);
  }

  @Test
  void otherIntervalsBeginWhereTheRunningOneEnds() throws Exception {
    time(0);
    told(0, AgentState.AVAILABLE);
    time(100);
    pass(1_000);
    function.processElement2(
        new StreamRecord<>(
            new Control(
                Topics.CONFIG,
                "sales",
                "{\"interval\": \"60m\"}".getBytes(StandardCharsets.UTF_8))));
    pass(5_000);
    time(2 * 3600);
    pass(10_000);
    assertThat(rows.values())
        .extracting(TeamRow::start, TeamRow::minutes)
        .containsExactly(tuple(micros(0), 15), tuple(micros(900), 60), tuple(micros(3600), 60));
  }

  private void run(boolean restarting) throws Exception {
    AgentLine line = new AgentLine(AgentTerms.DEFAULT);
    AgentState[] states = AgentState.values();
    plan(0, 1);
    for (int i = 0; i < states.length; i++) {
      tell(line, i * 400, states[i]);
      time(i * 400 + 1);
      pass(1_000);
      if (restarting) {
        OperatorSubtaskState kept = function.snapshot(i, i);
        long wall = function.getProcessingTime();
        function.close();
        function = harness();
        function.setProcessingTime(wall);
        function.initializeState(kept);
        function.open();
      }
    }
    time(4_000);
    pass(10_000);
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, TeamNews, Control, Publication> harness()
      throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new TeamFunction(settings), List.of(TeamFunction.DEFINITIONS)),
        TeamNews::queue,
        null,
        BasicTypeInfo.STRING_TYPE_INFO);
  }

  private void told(double second, AgentState state) throws Exception {
    tell(ada, second, state);
  }

  private void tell(AgentLine line, double second, AgentState state) throws Exception {
    Mark mark = Mark.of((AgentStateChanged) AgentEvents.state("ada", second, state));
    line.take(List.of(mark), List.of(), new Absences(new Rolls(), "ada"), turns);
    List<TeamNews> sent = new ArrayList<>();
    turns.drain((queue, delta) -> sent.add(new TeamNews(queue, delta, null)));
    for (TeamNews news : sent) {
      function.processElement1(new StreamRecord<>(news));
    }
  }

  private void plan(double second, int agents) throws Exception {
    SchedulePublished plan = (SchedulePublished) AgentEvents.plan(second, 15, agents);
    function.processElement1(new StreamRecord<>(new TeamNews("sales", null, Plan.of(plan))));
  }

  private void time(double second) throws Exception {
    function.processBothWatermarks(new Watermark(millis(second)));
    collect();
  }

  private void pass(long wallMillis) throws Exception {
    long until = function.getProcessingTime() + wallMillis;
    while (function.getProcessingTime() < until) {
      function.setProcessingTime(Math.min(until, function.getProcessingTime() + 50));
    }
    collect();
  }

  private TeamStatus last() {
    return statuses.get(statuses.size() - 1);
  }

  private long available(String key) {
    TeamRow row = rows.get(key);
    assertThat(row).as(key).isNotNull();
    assertThat(row.start()).isEqualTo(micros(0));
    return row.times().get(TeamMeasure.AVAILABLE);
  }

  private void collect() {
    while (!function.getOutput().isEmpty()) {
      if (function.getOutput().poll() instanceof StreamRecord<?> record
          && record.getValue() instanceof Publication publication) {
        if (publication.value().length == 0) {
          nothings++;
        } else if (publication.topic().equals(Topics.QUEUES)) {
          statuses.add(AgentResults.readTeam(publication.value()));
        } else {
          rows.put(publication.key(), AgentResults.readRow(publication.value()));
        }
      }
    }
  }
}
