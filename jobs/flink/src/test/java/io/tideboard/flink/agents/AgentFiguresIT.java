// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import static io.tideboard.flink.agents.AgentEvents.list;
import static io.tideboard.flink.agents.AgentEvents.plan;
import static io.tideboard.flink.agents.AgentEvents.standing;
import static io.tideboard.flink.agents.AgentEvents.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.agents.AgentResults;
import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.events.AgentState;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionChange;
import io.tideboard.flink.batch.BatchJob;
import io.tideboard.flink.live.CallEvents;
import io.tideboard.flink.live.LiveSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The figures of agents through the whole job: from a log to the rows of a team. */
class AgentFiguresIT {

  private static final List<Event> LOG =
      List.of(
          plan(0, 15, 2),
          state("ada", 0, AgentState.AVAILABLE),
          CallEvents.event("call", 50, new InteractionChange.Queued(null)),
          CallEvents.event("call", 60, new InteractionChange.Answered()),
          CallEvents.event("call", 180, new InteractionChange.Ended(null)),
          CallEvents.event("call", 200, new InteractionChange.WrappedUp()),
          state("ben", 300, AgentState.AVAILABLE),
          state("ada", 450, AgentState.BREAK, "lunch"),
          list(600, standing("ada", AgentState.BREAK, 450)),
          state("ada", 1_000, AgentState.OFFLINE));

  @Test
  void aTeamsRowsAreTheSameInWhateverOrderAndParallelism() {
    Map<String, TeamTimes> rows = rows(LOG, 1);
    TeamTimes first = rows.get("sales/*/2026-03-02T09:00:00Z/event");
    assertThat(first.get(TeamMeasure.BUSY)).isEqualTo(120_000_000);
    assertThat(first.get(TeamMeasure.WRAP_UP)).isEqualTo(20_000_000);
    assertThat(first.get(TeamMeasure.AVAILABLE)).isEqualTo(310_000_000 + 300_000_000);
    assertThat(first.get(TeamMeasure.BREAK)).isEqualTo(450_000_000);
    assertThat(first.get(TeamMeasure.ADHERENT)).isEqualTo(750_000_000);
    assertThat(rows).hasSize(2);

    List<Event> shuffled = new ArrayList<>(LOG);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(rows(shuffled, 2)).isEqualTo(rows);
  }

  private static Map<String, TeamTimes> rows(List<Event> log, int parallelism) {
    Map<String, TeamTimes> rows = new TreeMap<>();
    BatchJob.run(
        log.iterator(),
        LiveSettings.ofBatch(QueueCatalog.DEFAULTS),
        parallelism,
        publication -> {
          if (AgentResults.rowOfTeam(publication.key())) {
            TeamRow row = AgentResults.readRow(publication.value());
            rows.put(publication.key(), row.times());
          }
        });
    return rows;
  }
}
