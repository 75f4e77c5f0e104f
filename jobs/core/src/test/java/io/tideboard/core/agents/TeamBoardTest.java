// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import static io.tideboard.core.agents.Shift.at;
import static io.tideboard.core.agents.Shift.done;
import static io.tideboard.core.agents.Shift.open;
import static io.tideboard.core.agents.Shift.window;
import static io.tideboard.events.AgentState.AVAILABLE;
import static io.tideboard.events.AgentState.BREAK;
import static io.tideboard.events.AgentState.BUSY;
import static io.tideboard.events.AgentState.OFFLINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.clock.Micros;
import io.tideboard.events.Channel;
import io.tideboard.events.EventHeader;
import io.tideboard.events.SchedulePublished;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the agents of a queue add up to. */
class TeamBoardTest {

  private final Shift shift = new Shift();
  private int plans;

  @Test
  void severalContactsAtOnceCountOnceForOccupancyAndByTheirShareForUtilisation() {
    shift.told(shift.event(0, AVAILABLE, null, Map.of(Channel.CHAT, 4), "sales"));
    shift.serves(done("sales", "chat", 10, 40, 40)).serves(done("sales", "chat", 20, 40, 40));
    TeamTimes today = shift.team("sales", 60).today();
    assertThat(today.get(TeamMeasure.BUSY)).isEqualTo(seconds(30));
    assertThat(today.get(TeamMeasure.AVAILABLE)).isEqualTo(seconds(30));
    assertThat(TeamKpi.OCCUPANCY.of(today)).isEqualTo(0.5);
    // One of four for 10 s, two of four for 20 s, of 60 s.
    assertThat(TeamKpi.UTILISATION.of(today)).isEqualTo((10 * 0.25 + 20 * 0.5) / 60);
  }

  @Test
  void agentsAreCountedByStateInEveryQueueTheyServe() {
    shift.told(0, AVAILABLE, "sales", "claims");
    assertThat(shift.team("sales", 1).agents()).isEqualTo(Map.of(AVAILABLE, 1));
    assertThat(shift.team("claims", 1).agents()).isEqualTo(Map.of(AVAILABLE, 1));
    shift.told(10, BREAK, "claims");
    assertThat(shift.team("sales", 11).agents()).isEmpty();
    assertThat(shift.team("claims", 11).agents()).isEqualTo(Map.of(BREAK, 1));
    shift.told(20, BREAK, "claims", "sales");
    assertThat(shift.team("sales", 21).agents()).isEqualTo(Map.of(BREAK, 1));
    shift.told(30, OFFLINE);
    assertThat(shift.team("claims", 31).agents()).isEmpty();
  }

  @Test
  void windowsRollWithWhatIsStillOn() {
    shift.told(0, AVAILABLE, "sales").paused(600, BREAK, "lunch");
    TeamStatus team = shift.team("sales", 3599);
    // The running slot of ten seconds belongs to the window.
    assertThat(team.windows().get(window(5)).get(TeamMeasure.BREAK)).isEqualTo(seconds(299));
    assertThat(team.windows().get(window(60)).get(TeamMeasure.BREAK)).isEqualTo(seconds(2_999));
    assertThat(team.windows().get(window(60)).get(TeamMeasure.AVAILABLE)).isEqualTo(seconds(600));
    assertThat(shift.team("sales", 7_200).windows().get(window(60)).get(TeamMeasure.AVAILABLE))
        .isZero();
  }

  @Test
  void whatIsKnownAheadOfTimeDoesNotCountYet() {
    shift.told(0, AVAILABLE, "sales").told(100, BREAK);
    TeamStatus early = shift.team("sales", 59);
    assertThat(early.today().get(TeamMeasure.AVAILABLE)).isEqualTo(seconds(59));
    assertThat(early.today().get(TeamMeasure.BREAK)).isZero();
    assertThat(early.agents()).as("the latest known").isEqualTo(Map.of(BREAK, 1));
    assertThat(shift.team("sales", 95).today().get(TeamMeasure.BREAK)).isZero();
  }

  @Test
  void timesAreSplitWhereOneIntervalEndsAndTheNextBegins() {
    shift.told(600, AVAILABLE, "sales").told(2_000, OFFLINE);
    assertThat(shift.rowsAtTheEnd("sales"))
        .extracting(TeamRow::start, row -> row.times().get(TeamMeasure.AVAILABLE))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(at(0), seconds(300)),
            org.assertj.core.groups.Tuple.tuple(at(900), seconds(900)),
            org.assertj.core.groups.Tuple.tuple(at(1800), seconds(200)));
  }

  @Test
  void aRowThatIsOnIsToldAgainWhenItsIntervalIsOver() {
    shift.told(600, AVAILABLE, "sales");
    assertThat(available(shift.rows("sales", 700))).containsExactly(seconds(100));
    assertThat(shift.board("sales").hasChangedRows(at(800), shift.calendar())).isFalse();
    assertThat(shift.rows("sales", 800)).isEmpty();
    assertThat(shift.board("sales").hasChangedRows(at(900), shift.calendar())).isTrue();
    assertThat(available(shift.rows("sales", 1_000))).containsExactly(seconds(300));
    assertThat(available(shift.rows("sales", 3_600)))
        .containsExactly(seconds(900), seconds(900), seconds(900));
    shift.told(3_700, OFFLINE);
    assertThat(available(shift.rows("sales", 3_800))).containsExactly(seconds(100));
    assertThat(shift.rows("sales", 9_000)).isEmpty();
  }

  @Test
  void aLateEventCorrectsTheRowsThatItConcerns() {
    shift.told(0, AVAILABLE, "sales").told(1_000, OFFLINE);
    shift.rows("sales", 5_000);
    shift.told(100, BREAK);
    assertThat(shift.rows("sales", 5_000).get(0).times().get(TeamMeasure.BREAK))
        .isEqualTo(seconds(800));
    assertThat(shift.rows("sales", 5_000)).isEmpty();
  }

  @Test
  void adherenceIsTimeWorkedUpToTheNumberScheduled() {
    shift.told(0, AVAILABLE, "sales").paused(450, BREAK, "lunch");
    plan(0, 15, 2, 0);
    TeamStatus team = shift.team("sales", 600);
    assertThat(team.scheduled()).isEqualTo(OptionalInt.of(2));
    assertThat(TeamKpi.ADHERENCE.of(team.today())).isEqualTo(450.0 / (2 * 600));
    assertThat(TeamKpi.STAFFING_GAP.of(team.today())).isEqualTo((1_200 - 450) / 600.0);
    assertThat(team.windows().get(window(5)).get(TeamMeasure.SCHEDULED))
        .isEqualTo(2 * seconds(290));
    plan(0, 15, 0, 10);
    assertThat(TeamKpi.ADHERENCE.of(shift.team("sales", 600).today())).isNull();
    assertThat(TeamKpi.STAFFING_GAP.of(shift.team("sales", 600).today())).isEqualTo(-0.75);
    plan(0, 15, 7, 5);
    assertThat(shift.team("sales", 600).scheduled()).as("published earlier").hasValue(0);
  }

  @Test
  void tooManyNowDoNotMakeUpForTooFewLater() {
    shift.told(0, AVAILABLE, "sales").told(300, OFFLINE);
    plan(0, 5, 0, 0);
    plan(300, 5, 1, 0);
    TeamTimes today = shift.team("sales", 600).today();
    assertThat(TeamKpi.ADHERENCE.of(today)).isEqualTo(0.0);
    assertThat(TeamKpi.STAFFING_GAP.of(today)).isEqualTo(0.0);
  }

  @Test
  void aPlanHoldsUntilTheNextOneBegins() {
    plan(0, 60, 3, 0);
    plan(900, 15, 1, 0);
    assertThat(shift.team("sales", 899).scheduled()).hasValue(3);
    assertThat(shift.team("sales", 900).scheduled()).hasValue(1);
    assertThat(shift.team("sales", 1_800).scheduled()).isEmpty();
    TeamTimes today = shift.team("sales", 3_600).today();
    assertThat(today.get(TeamMeasure.SCHEDULED)).isEqualTo(seconds(3 * 900 + 900));
    assertThat(today.get(TeamMeasure.COVERED)).isEqualTo(seconds(1_800));
  }

  @Test
  void todayGoesOnWhereItWasWhenIntervalsPassAndStartsAnewAtMidnight() {
    shift.told(0, AVAILABLE, "sales");
    plan(0, 1_440, 2, 0);
    for (int quarter = 1; quarter < 10; quarter++) {
      TeamTimes today = shift.team("sales", quarter * 900 + 1).today();
      assertThat(TeamKpi.ADHERENCE.of(today)).isEqualTo(0.5);
    }
    TeamTimes next = shift.team("sales", 15 * 3600 + 100).today();
    assertThat(next.get(TeamMeasure.AVAILABLE)).isEqualTo(seconds(100));
    assertThat(next.get(TeamMeasure.SCHEDULED)).isEqualTo(2 * seconds(100));
  }

  @Test
  void aBoardIsOverWhenNobodyIsThereAndItsIntervalsAreSettled() throws IOException {
    shift.told(0, AVAILABLE, "sales").told(1_000, OFFLINE);
    plan(0, 15, 1, 0);
    shift.team("sales", 2_000);
    assertThat(shift.board("sales").isOver()).isFalse();
    shift.rows("sales", 2_000);
    shift.team("sales", 40 * 3600);
    assertThat(shift.board("sales").isOver()).isTrue();
    shift.told(500, BUSY);
    assertThat(shift.rows("sales", 40 * 3600)).as("settled for good").isEmpty();
    assertThat(copy(shift.board("sales")).isOver()).isTrue();
  }

  @Test
  void aCopyGoesOnWithTheSame() throws IOException {
    shift.told(0, AVAILABLE, "sales").serves(open("sales", "voice", 100));
    plan(0, 30, 1, 0);
    TeamStatus status = shift.team("sales", 200);
    TeamBoard copy = copy(shift.board("sales"));
    assertThat(copy.status("sales", at(200), shift.calendar())).isEqualTo(status);
    assertThat(copy.hasChangedRows(at(200), shift.calendar())).isTrue();
  }

  @Test
  void slotsAreBoundedWhileTimeStandsStill() {
    for (int i = 0; i < 3_000; i++) {
      shift.told(i * 20, i % 2 == 0 ? AVAILABLE : OFFLINE, "sales");
      shift.board("sales");
    }
    assertThat(shift.team("sales", 60_000).windows().get(window(60)).get(TeamMeasure.AVAILABLE))
        .isEqualTo(seconds(1_800) - seconds(10));
  }

  private void plan(int second, int minutes, int agents, int published) {
    plans++;
    SchedulePublished event =
        new SchedulePublished(
            new EventHeader("p" + plans, "wfm", Micros.instant(at(published))),
            "sales",
            Micros.instant(at(second)),
            minutes,
            agents);
    shift.board("sales").apply(Plan.of(event), shift.calendar());
  }

  private static List<Long> available(List<TeamRow> rows) {
    return rows.stream().map(row -> row.times().get(TeamMeasure.AVAILABLE)).toList();
  }

  private static TeamBoard copy(TeamBoard board) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    board.write(new DataOutputStream(bytes));
    return TeamBoard.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  private static long seconds(long seconds) {
    return seconds * Micros.SECOND;
  }
}
