// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import static io.tideboard.events.AgentState.AVAILABLE;
import static io.tideboard.events.AgentState.BREAK;
import static io.tideboard.events.AgentState.BUSY;
import static io.tideboard.events.AgentState.OFFLINE;
import static io.tideboard.flink.agents.AgentEvents.answered;
import static io.tideboard.flink.agents.AgentEvents.control;
import static io.tideboard.flink.agents.AgentEvents.ended;
import static io.tideboard.flink.agents.AgentEvents.micros;
import static io.tideboard.flink.agents.AgentEvents.millis;
import static io.tideboard.flink.agents.AgentEvents.news;
import static io.tideboard.flink.agents.AgentEvents.plan;
import static io.tideboard.flink.agents.AgentEvents.standing;
import static io.tideboard.flink.agents.AgentEvents.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.agents.AgentResults;
import io.tideboard.core.agents.AgentStatus;
import io.tideboard.core.agents.Repair;
import io.tideboard.core.agents.TeamBoard;
import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.events.AgentState;
import io.tideboard.events.Event;
import io.tideboard.events.Topics;
import io.tideboard.flink.live.Control;
import io.tideboard.flink.live.EventBundle;
import io.tideboard.flink.live.KeyedEvent;
import io.tideboard.flink.live.LiveSettings;
import io.tideboard.flink.live.Publication;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator under Flink's harness: what it sends, its timers, and what is left in state. */
class AgentOperatorTest {

  private final AgentSettings settings = AgentSettings.of(LiveSettings.of(QueueCatalog.DEFAULTS));
  private final QueueCalendar calendar = QueueDefinition.DEFAULT.calendar();
  private final Map<String, AgentStatus> agents = new TreeMap<>();
  private final List<String> gone = new ArrayList<>();
  private TeamBoard board = new TeamBoard();
  private int plans;
  private KeyedTwoInputStreamOperatorTestHarness<String, AgentNews, Control, TeamNews> operator;

  @BeforeEach
  void open() throws Exception {
    operator = harness(1, 0);
    operator.setProcessingTime(1_000_000);
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void anAgentWhoTalksIsPublishedAsBusyOnceForManyChanges() throws Exception {
    take(state("ada", 0, AVAILABLE));
    operator.processElement1(new StreamRecord<>(answered("ada", 5)));
    take(state("ada", 6, AVAILABLE));
    time(7);
    assertThat(agents).isEmpty();
    pass(250);
    assertThat(agents.get("ada").doing().state()).isEqualTo(BUSY);
    assertThat(agents.get("ada").doing().told()).isEqualTo(AVAILABLE);
    assertThat(agents.get("ada").doing().since()).isEqualTo(micros(5));
    assertThat(agents.get("ada").interactions()).isEqualTo(Map.of("voice", 1));
    assertThat(team(8).agents()).isEqualTo(Map.of(BUSY, 1));
  }

  @Test
  void timersAndStateAreGoneADayAfterTheSignOff() throws Exception {
    take(state("ada", 0, AVAILABLE));
    operator.processElement1(new StreamRecord<>(answered("ada", 5)));
    operator.processElement1(new StreamRecord<>(ended("ada", 5, 60)));
    take(state("ada", 3_600, OFFLINE));
    time(3_601);
    pass(250);
    assertThat(operator.numEventTimeTimers()).isEqualTo(1);
    assertThat(operator.numKeyedStateEntries()).isEqualTo(1);

    time(3_600 + 24 * 3600 + 1);
    pass(250);
    assertThat(operator.numEventTimeTimers()).isZero();
    assertThat(operator.numKeyedStateEntries()).isZero();
    assertThat(gone).containsExactly("ada");
    assertThat(team(3_700).today().get(TeamMeasure.BUSY)).isEqualTo(55_000_000);
  }

  @Test
  void aForgottenSignOffIsMadeUpForWhenTheShiftIsTooLong() throws Exception {
    take(state("ada", 0, AVAILABLE));
    time(16 * 3600 - 1);
    assertThat(team(16 * 3600 - 1).agents()).isEqualTo(Map.of(AVAILABLE, 1));
    time(16 * 3600);
    TeamStatus team = team(16 * 3600);
    assertThat(team.agents()).isEmpty();
    assertThat(team.repairs().get(Repair.FORGOTTEN_SIGN_OFF.ordinal())).isEqualTo(1);
    time(41 * 3600);
    assertThat(operator.numKeyedStateEntries()).isZero();
  }

  @Test
  void aListReachesThoseOnItAndThoseWhoAreNot() throws Exception {
    take(state("ada", 0, AVAILABLE), state("ben", 0, AVAILABLE));
    list(100, "ben", BREAK, 50);
    time(101);
    pass(250);
    assertThat(agents.get("ada").doing().state()).isEqualTo(OFFLINE);
    assertThat(agents.get("ben").doing().state()).isEqualTo(BREAK);
    TeamStatus team = team(101);
    assertThat(team.agents()).isEqualTo(Map.of(BREAK, 1));
    assertThat(team.repairs().get(Repair.GHOST.ordinal())).isEqualTo(1);
    assertThat(team.repairs().get(Repair.MISSED_STATE.ordinal())).isEqualTo(1);
  }

  @Test
  void aListIsRememberedThroughARestartForThoseOfWhomNothingWasKnown() throws Exception {
    list(100, "ben", AVAILABLE, 0);
    time(101);
    restart();
    take(state("ada", 50, AVAILABLE));
    time(102);
    assertThat(team(102).agents()).isEqualTo(Map.of(AVAILABLE, 1));
    assertThat(team(102).repairs().get(Repair.GHOST.ordinal())).isEqualTo(1);
  }

  @Test
  void everySubtaskTakesOnlyItsOwnOfAList() throws Exception {
    operator.close();
    int known = 0;
    for (int subtask = 0; subtask < 2; subtask++) {
      operator = harness(2, subtask);
      operator.setProcessingTime(1_000_000);
      operator.open();
      list(100, "ada", AVAILABLE, 0);
      list(101, "ben", AVAILABLE, 0);
      list(102, "cyd", AVAILABLE, 0);
      known += operator.numKeyedStateEntries();
      if (subtask == 0) {
        operator.close();
      }
    }
    assertThat(known).isEqualTo(3);
  }

  @Test
  void aScheduleOnlyPassesBy() throws Exception {
    take(plan(0, 15, 3));
    collect();
    assertThat(plans).isEqualTo(1);
    assertThat(operator.numKeyedStateEntries()).isZero();
  }

  @Test
  void restoringAfterEveryEventChangesNothing() throws Exception {
    run(false);
    TeamStatus uninterrupted = team(700);
    AgentStatus ada = agents.get("ada");
    close();
    board = new TeamBoard();
    agents.clear();
    open();
    run(true);
    assertThat(team(700)).isEqualTo(uninterrupted);
    assertThat(agents.get("ada")).isEqualTo(ada);
  }

  private void run(boolean restarting) throws Exception {
    Event[] events = {
      state("ada", 0, AVAILABLE),
      state("ben", 10, BREAK, "lunch"),
      state("ada", 300, BREAK, "lunch"),
      state("ada", 250, BUSY),
      state("ben", 10, BREAK, "lunch"),
      state("ben", 400, OFFLINE)
    };
    for (int i = 0; i < events.length; i++) {
      take(events[i]);
      operator.processElement1(new StreamRecord<>(answered("ada", 100 + i)));
      if (i == 3) {
        list(350, "ada", BREAK, 300);
      }
      time(300 + 50 * i);
      if (restarting) {
        restart();
      }
    }
    take(state("ada", 640, AgentState.MEETING));
    time(650);
    pass(250);
  }

  @Test
  void timeGoesOnWhenNothingArrives() throws Exception {
    take(state("ada", 0, AVAILABLE));
    time(16 * 3600 - 2);
    for (int passed = 0; passed < 3_000; passed += 20) {
      pass(20);
    }
    assertThat(team(16 * 3600).repairs().get(Repair.FORGOTTEN_SIGN_OFF.ordinal())).isEqualTo(1);
  }

  @Test
  void theEndOfTheLogEndsEveryShiftAndLeavesNothing() throws Exception {
    take(state("ada", 0, AVAILABLE));
    operator.processElement1(new StreamRecord<>(answered("ben", 5)));
    operator.processBothWatermarks(Watermark.MAX_WATERMARK);
    assertThat(operator.numEventTimeTimers()).isZero();
    assertThat(operator.numKeyedStateEntries()).isZero();
    assertThat(team(17 * 3600).agents()).isEqualTo(Map.of(BUSY, 1));
  }

  @Test
  void garbageInTheLogIsCountedAndTheNextEventIsTaken() throws Exception {
    KeyedEvent garbage = new KeyedEvent("ada", new byte[] {1, 2, 3});
    operator.processElement1(new StreamRecord<>(AgentNews.of(EventBundle.of(garbage))));
    operator.processElement2(new StreamRecord<>(new Control(Topics.EVENTS, "acd", new byte[] {1})));
    operator.processElement2(new StreamRecord<>(control(state("ada", 0, BREAK))));
    take(state("ada", 0, AVAILABLE));
    assertThat(team(1).agents()).isEqualTo(Map.of(AVAILABLE, 1));
  }

  @Test
  void anAgentsDayBeginsWhereTheQueuesDefinitionSaysAlsoAfterARestart() throws Exception {
    time(0);
    take(state("ada", 0, AVAILABLE));
    time(3_600);
    pass(250);
    assertThat(today("ada")).isEqualTo(3_600);
    operator.processElement2(
        new StreamRecord<>(
            new Control(
                Topics.CONFIG,
                "sales",
                "{\"dayStart\": \"09:30\"}".getBytes(StandardCharsets.UTF_8))));
    restart();
    take(state("ada", 3_700, BREAK));
    time(3_700);
    pass(250);
    assertThat(today("ada")).isEqualTo(1_900);
  }

  private long today(String agent) {
    AgentStatus status = agents.get(agent);
    assertThat(status).as(agent).isNotNull();
    return status.today().states().values().stream().mapToLong(Long::longValue).sum() / 1_000_000;
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, AgentNews, Control, TeamNews> harness(
      int parallelism, int subtask) throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new AgentOperator(settings),
        AgentNews::key,
        null,
        BasicTypeInfo.STRING_TYPE_INFO,
        128,
        parallelism,
        subtask);
  }

  private void restart() throws Exception {
    operator.prepareSnapshotPreBarrier(1);
    collect();
    OperatorSubtaskState kept = operator.snapshot(1, 1);
    long wall = operator.getProcessingTime();
    operator.close();
    operator = harness(1, 0);
    operator.setProcessingTime(wall);
    operator.initializeState(
        AbstractStreamOperatorTestHarness.repartitionOperatorState(kept, 128, 1, 1, 0));
    operator.open();
  }

  private void take(Event... events) throws Exception {
    for (Event event : events) {
      operator.processElement1(new StreamRecord<>(news(event)));
    }
  }

  private void list(double second, String agent, AgentState state, double since) throws Exception {
    operator.processElement2(
        new StreamRecord<>(control(AgentEvents.list(second, standing(agent, state, since)))));
  }

  private void time(double second) throws Exception {
    operator.processBothWatermarks(new Watermark(millis(second)));
    collect();
  }

  private void pass(long wallMillis) throws Exception {
    operator.setProcessingTime(operator.getProcessingTime() + wallMillis);
    collect();
  }

  private TeamStatus team(double second) throws Exception {
    operator.getOperator().prepareSnapshotPreBarrier(0);
    collect();
    board.advance(micros(second), micros(second - 36 * 3600), calendar);
    return board.status("sales", micros(second), calendar);
  }

  private void collect() {
    var told = operator.getSideOutput(AgentOperator.AGENTS);
    while (told != null && !told.isEmpty()) {
      Publication publication = told.poll().getValue();
      if (publication.value().length == 0) {
        gone.add(publication.key());
      } else {
        agents.put(publication.key(), AgentResults.readAgent(publication.value()));
      }
    }
    while (!operator.getOutput().isEmpty()) {
      if (operator.getOutput().poll() instanceof StreamRecord<?> record
          && record.getValue() instanceof TeamNews news) {
        if (news.delta() != null) {
          board.apply(news.delta(), calendar);
        } else {
          plans++;
        }
      }
    }
  }
}
