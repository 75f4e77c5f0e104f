// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import static io.tideboard.wallboard.Figures.NINE;
import static io.tideboard.wallboard.Figures.SALES;
import static io.tideboard.wallboard.Figures.agent;
import static io.tideboard.wallboard.Figures.andAbandoned;
import static io.tideboard.wallboard.Figures.answered;
import static io.tideboard.wallboard.Figures.line;
import static io.tideboard.wallboard.Figures.status;
import static io.tideboard.wallboard.Figures.team;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.queue.LiveCatalog;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.events.AgentState;
import io.tideboard.wallboard.Promtool;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.BoardLimits;
import io.tideboard.wallboard.board.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WallboardMetricsTest {

  private final TestClock clock = new TestClock(NINE);
  private final Board board = new Board(BoardLimits.DEFAULT, clock);
  private final WallboardMetrics metrics =
      new WallboardMetrics(board, QueueCatalog.DEFAULTS, BoardLimits.DEFAULT);

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void figuresOfAQueueAreExposedUnderTheNamesOfTheContract() throws IOException {
    board.take(status(SALES, 1, 4, 30), NINE);
    assertThat(page())
        .contains(
            "tideboard_contacts_waiting{channel=\"voice\",queue=\"sales\"} 4.0",
            "tideboard_longest_wait_seconds{channel=\"voice\",queue=\"sales\"} 30.0",
            "tideboard_contacts_in_progress{channel=\"voice\",queue=\"sales\"} 2.0",
            "tideboard_contacts_at_risk{channel=\"voice\",queue=\"sales\"} 0.0",
            "tideboard_contacts_offered_total{channel=\"voice\",queue=\"sales\"} 3.0",
            "tideboard_contacts_answered_within_threshold_total{channel=\"voice\",queue=\"sales\"}"
                + " 2.0",
            "tideboard_sla_breaches_total{channel=\"voice\",queue=\"sales\"} 1.0",
            "tideboard_queue_open{channel=\"voice\",queue=\"sales\"} 1.0",
            "tideboard_service_level_target_ratio{channel=\"voice\",queue=\"sales\"} 0.8",
            "tideboard_service_level_threshold_seconds{channel=\"voice\",queue=\"sales\"} 20.0",
            "jvm_memory_used_bytes");
  }

  @Test
  void aWindowWithoutContactsHasNoServiceLevel() throws IOException {
    board.take(status(SALES, 1, 4, 30), NINE);
    assertThat(page())
        .contains(
            "tideboard_service_level_ratio{channel=\"voice\",queue=\"sales\",window=\"15m\"} 0.66")
        .doesNotContain("window=\"5m\"");
  }

  @Test
  void aCounterNeverStepsBackWhenALateEventTurnsAnAbandonIntoAnAnswer() throws IOException {
    board.take(status(SALES, 1, NINE, line(0, 0, 0), andAbandoned(answered(5), 2)), NINE);
    assertThat(page())
        .contains("tideboard_contacts_abandoned_total{channel=\"voice\",queue=\"sales\"} 2.0");
    board.take(status(SALES, 2, NINE, line(0, 0, 0), andAbandoned(answered(5, 6), 1)), NINE);
    assertThat(page())
        .contains(
            "tideboard_contacts_abandoned_total{channel=\"voice\",queue=\"sales\"} 2.0",
            "tideboard_contacts_answered_total{channel=\"voice\",queue=\"sales\"} 2.0");
  }

  @Test
  void agentsAreExposedByQueueAndStateAndNeverByName() throws IOException {
    board.take(team(1, 2), NINE);
    board.take(agent("ada", 1, AgentState.BREAK, "lunch"), NINE);
    assertThat(page())
        .contains(
            "tideboard_agents{queue=\"sales\",state=\"available\"} 1.0",
            "tideboard_agents{queue=\"sales\",state=\"busy\"} 2.0",
            "tideboard_agents{queue=\"sales\",state=\"break\"} 0.0")
        .doesNotContain("ada", "offline");
    clock.pass(Duration.ofMinutes(6));
    assertThat(page()).doesNotContain("tideboard_agents{");
  }

  @Test
  void whoIsNotContentIsCountedByKindOfSurvey() throws IOException {
    QueueTally scored = answered(5);
    scored.add(Measure.CSAT_SCORES, 9);
    scored.add(Measure.CSAT_SATISFIED, 7);
    scored.add(Measure.NPS_SCORES, 4);
    scored.add(Measure.NPS_DETRACTORS, 1);
    board.take(status(SALES, 1, NINE, line(0, 0, 0), scored), NINE);
    assertThat(page())
        .contains(
            "tideboard_feedback_total{channel=\"voice\",queue=\"sales\",kind=\"csat\"} 9.0",
            "tideboard_feedback_negative_total{channel=\"voice\",queue=\"sales\",kind=\"csat\"}"
                + " 2.0",
            "tideboard_feedback_negative_total{channel=\"voice\",queue=\"sales\",kind=\"nps\"}"
                + " 1.0");
  }

  @Test
  void whatWasPutRightIsCountedByItsKind() throws IOException {
    QueueTally repaired = answered(5);
    repaired.add(Measure.LOST_TO_RESTART, 3);
    repaired.add(Measure.FOUND_AGAIN, 1);
    board.take(status(SALES, 1, NINE, line(0, 0, 0), repaired), NINE);
    board.take(team(1, 2), NINE);
    assertThat(page())
        .contains(
            "tideboard_repairs_total{channel=\"voice\",queue=\"sales\",repair=\"lost_to_restart\"}"
                + " 3.0",
            "tideboard_repairs_total{channel=\"voice\",queue=\"sales\",repair=\"found_again\"} 1.0",
            "tideboard_repairs_total{channel=\"voice\",queue=\"sales\",repair=\"leg_lost\"} 0.0",
            "tideboard_agent_repairs_total{queue=\"sales\",repair=\"ghost\"}",
            "tideboard_rejected_total{channel=\"voice\",queue=\"sales\",reason=\"too_late\"} 3.0");
  }

  @Test
  void aQueueWhoseStatusIsOldIsNotExposed() throws IOException {
    board.take(status(SALES, 1, 4, 30), NINE);
    clock.pass(Duration.ofMinutes(6));
    assertThat(page()).doesNotContain("queue=\"sales\"");
  }

  @Test
  void aHistogramHasABoundAtTheThresholdWhereItAgreesWithTheCounter() throws IOException {
    board.take(status(SALES, 1, 4, 30), NINE);
    assertThat(page())
        .contains(
            "# TYPE tideboard_wait_seconds histogram",
            wait("bucket", ",le=\"5.0\"", 1),
            wait("bucket", ",le=\"20.0\"", 2),
            wait("bucket", ",le=\"+Inf\"", 3),
            wait("sum", "", 50),
            wait("count", "", 3),
            "tideboard_contacts_answered_within_threshold_total{channel=\"voice\",queue=\"sales\"}"
                + " 2.0")
        .doesNotContain("outcome=\"abandoned\"", "tideboard_handle_seconds_count");
  }

  @Test
  void aThresholdBetweenTheUsualBoundsGetsABoundOfItsOwn() throws IOException {
    LiveCatalog catalog = new LiveCatalog(QueueCatalog.DEFAULTS);
    catalog.change("sales", "{\"threshold\": \"33s\"}".getBytes(StandardCharsets.UTF_8));
    try (WallboardMetrics its = new WallboardMetrics(board, catalog, BoardLimits.DEFAULT)) {
      board.take(status(SALES, 1, 4, 30), NINE);
      String page = new String(its.page().bytes(), StandardCharsets.UTF_8);
      assertThat(page.indexOf("le=\"30.0\"")).isLessThan(page.indexOf("le=\"33.0\"")).isPositive();
      assertThat(page.indexOf("le=\"33.0\"")).isLessThan(page.indexOf("le=\"45.0\""));
    }
  }

  private static String wait(String part, String bound, int value) {
    return "tideboard_wait_seconds_"
        + part
        + "{channel=\"voice\",queue=\"sales\",outcome=\"answered\""
        + bound
        + "} "
        + value
        + ".0";
  }

  @Test
  void whatHasNoRoomIsLeftOutWholeAndCountedAndWhoWasThereFirstStays() throws IOException {
    try (WallboardMetrics its = new WallboardMetrics(board, QueueCatalog.DEFAULTS, few(80))) {
      board.take(status(SALES, 1, 4, 30), NINE);
      assertThat(new String(its.page().bytes(), StandardCharsets.UTF_8))
          .contains("tideboard_series_dropped_total 0.0");
      board.take(status(new QueueKey("a first by name", "voice"), 1, 4, 30), NINE);
      String page = new String(its.page().bytes(), StandardCharsets.UTF_8);
      assertThat(page).contains("queue=\"sales\"").doesNotContain("a first by name");
      long series = page.lines().filter(line -> line.contains("queue=\"sales\"")).count();
      assertThat(page).contains("tideboard_series_dropped_total " + series + ".0");
    }
  }

  private static BoardLimits few(int series) {
    BoardLimits usual = BoardLimits.DEFAULT;
    return new BoardLimits(
        usual.breaches(), usual.breachAge(), usual.countOn(), usual.exposeFor(), series);
  }

  @Test
  void noSeriesIsThereTwice() throws IOException {
    board.take(status(SALES, 1, 4, 30), NINE);
    board.take(status(new QueueKey("sales", "chat"), 1, 4, 30), NINE);
    board.take(team(1, 2), NINE);
    assertThat(page().lines().filter(line -> !line.startsWith("#")))
        .extracting(line -> line.substring(0, line.lastIndexOf(' ')))
        .doesNotHaveDuplicates();
  }

  @Test
  void prometheusFindsNothingToComplainAbout() throws Exception {
    board.take(status(SALES, 1, 4, 30), NINE);
    board.take(status(new QueueKey("a \"b\" \\ c\nd", "chat"), 1, 4, 30), NINE);
    board.take(team(1, 2), NINE);
    metrics.viewers(() -> 1);
    metrics.unreadable(() -> 0);
    assertThat(Promtool.check(page())).isEmpty();
  }

  private String page() throws IOException {
    return new String(metrics.page().bytes(), StandardCharsets.UTF_8);
  }
}
