// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.agents.AgentStatus;
import io.tideboard.core.agents.AgentTerms;
import io.tideboard.core.agents.TeamKpi;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentState;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users of other systems complain about in their agents: none of it happens here. */
class AgentComplaintsTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final PureTeams teams = new PureTeams(QueueCatalog.DEFAULTS, AgentTerms.DEFAULT);

  @Test
  void anAgentIsNotShownAvailableWhileTalking() {
    List<Event> call = call("c1", "30s", "5m");
    claims(0, AgentState.AVAILABLE, null);
    call.subList(0, 2).forEach(teams::on);
    claims(60, AgentState.AVAILABLE, null);
    assertThat(ada(90).doing().state()).isEqualTo(AgentState.BUSY);
    assertThat(ada(90).doing().since()).isEqualTo(Micros.of(NINE.plusSeconds(30)));
    assertThat(team(90).agents()).isEqualTo(Map.of(AgentState.BUSY, 1));
    call.subList(2, 3).forEach(teams::on);
    assertThat(TeamKpi.OCCUPANCY.of(team(400).today())).isEqualTo(300.0 / 400);
  }

  @Test
  void theReasonOfAPauseAndItsLengthAreKnown() {
    claims(0, AgentState.AVAILABLE, null);
    claims(600, AgentState.BREAK, "lunch");
    assertThat(ada(900).doing().reason()).isEqualTo("lunch");
    assertThat(ada(900).doing().since()).isEqualTo(Micros.of(NINE.plusSeconds(600)));
    claims(2_400, AgentState.AVAILABLE, null);
    claims(3_000, AgentState.BREAK, "coffee");
    assertThat(ada(3_300).today().pauses())
        .isEqualTo(Map.of("lunch", 1_800 * Micros.SECOND, "coffee", 300 * Micros.SECOND));
  }

  @Test
  void anAgentWhoseSignOffWasLostDoesNotStayForEver() {
    claims(0, AgentState.AVAILABLE, null);
    teams.on(new AgentSnapshot(new EventHeader("l1", "acd", NINE.plusSeconds(3_600)), List.of()));
    assertThat(ada(3_600).doing().state()).isEqualTo(AgentState.OFFLINE);
    assertThat(team(3_600).agents()).isEmpty();
  }

  @Test
  void aTransferredCallIsBusyWithOneAgentAndThenWithTheOther() {
    claims(0, AgentState.AVAILABLE, null);
    List<Event> call =
        Timeline.at(NINE.toString())
            .contact("c1")
            .queued()
            .after("10s")
            .answeredBy("ben")
            .after("60s")
            .transferredToAgent("ada")
            .after("5s")
            .answeredBy("ada")
            .events();
    call.forEach(teams::on);
    assertThat(teams.agent("ben", NINE.plusSeconds(80), NINE).interactions()).isEmpty();
    assertThat(ada(80).interactions()).isEqualTo(Map.of("voice", 1));
    assertThat(ada(80).doing().state()).isEqualTo(AgentState.BUSY);
  }

  @Test
  void aSecondContactAtTheSameTimeDoesNotCountTwice() {
    claims(0, AgentState.AVAILABLE, null);
    call("c1", "30s", "5m").forEach(teams::on);
    assertThat(TeamKpi.OCCUPANCY.of(team(400).today())).isEqualTo(0.75);
    Timeline.at(NINE.toString())
        .contact("c2")
        .outbound()
        .after("100s")
        .answeredBy("ada")
        .after("1s")
        .ended()
        .events()
        .forEach(teams::on);
    assertThat(TeamKpi.OCCUPANCY.of(team(400).today())).as("talking already").isEqualTo(0.75);
  }

  private void claims(int second, AgentState state, String reason) {
    teams.on(
        new AgentStateChanged(
            new EventHeader("ada-" + second, "acd", NINE.plusSeconds(second)),
            "ada",
            state,
            reason,
            List.of("sales"),
            Map.of()));
  }

  private static List<Event> call(String id, String answered, String talk) {
    return Timeline.at(NINE.toString())
        .contact(id)
        .queued()
        .after(answered)
        .answeredBy("ada")
        .after(talk)
        .ended()
        .events();
  }

  private AgentStatus ada(int second) {
    return teams.agent("ada", NINE.plusSeconds(second), NINE);
  }

  private TeamStatus team(int second) {
    return teams.status("sales", NINE.plusSeconds(second));
  }
}
