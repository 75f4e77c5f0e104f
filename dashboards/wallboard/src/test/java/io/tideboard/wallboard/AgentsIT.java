// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import static io.tideboard.wallboard.Figures.SALES;
import static io.tideboard.wallboard.Figures.agent;
import static io.tideboard.wallboard.Figures.answered;
import static io.tideboard.wallboard.Figures.row;
import static io.tideboard.wallboard.Figures.status;
import static io.tideboard.wallboard.Figures.team;
import static io.tideboard.wallboard.Figures.teamRow;
import static io.tideboard.wallboard.Figures.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.AgentState;
import io.tideboard.events.Topics;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents and teams, from the topics to whoever looks. */
class AgentsIT {

  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private ResultTopics topics;
  private Wallboard wallboard;
  private HttpCalls calls;

  @BeforeEach
  void start() {
    kafka.createTopics(1);
    topics = new ResultTopics(kafka);
    wallboard = Wallboard.start(WallboardSettings.of(kafka.bootstrapServers()).onPort(0));
    calls = new HttpCalls(wallboard);
    await().until(wallboard::ready);
  }

  @AfterEach
  void stop() {
    wallboard.close();
    topics.close();
    kafka.close();
  }

  @Test
  void everyAgentIsShownWithTheReasonOfAPauseAndItsLength() {
    topics.tell(agent("ada", 1, AgentState.BREAK, "lunch"));
    topics.tell(agent("ben", 1, AgentState.BUSY, null));
    await().until(() -> calls.json("/api/v1/agents").path("agents").size() == 2);
    JsonNode ada = calls.json("/api/v1/agents?state=break").at("/agents/0");
    assertThat(ada.path("agent").asText()).isEqualTo("ada");
    assertThat(ada.path("reason").asText()).isEqualTo("lunch");
    assertThat(ada.path("since").asText()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(ada.path("stateSeconds").isNumber()).isTrue();
    assertThat(ada.at("/pauses/0/seconds").asInt()).isEqualTo(90);
    assertThat(calls.json("/api/v1/agents?queue=sales").path("agents")).hasSize(2);
    assertThat(calls.json("/api/v1/agents?queue=claims").path("agents")).isEmpty();
    assertThat(calls.json("/api/v1/agents").at("/agents/1/interactions/voice").asInt())
        .isEqualTo(1);
    assertThat(calls.get("/api/v1/agents?state=asleep").statusCode()).isEqualTo(400);
    assertThat(calls.get("/api/v1/agents?name=ada").statusCode()).isEqualTo(400);
  }

  @Test
  void aQueueShowsItsAgentsByStateAndWhatTheyDid() {
    topics.tell(status(SALES, 1, 4, 30));
    topics.tell(team(1, 2));
    topics.tell(row(SALES, 0, 1, answered(5)));
    topics.tell(teamRow(0, 1, times()));
    await().until(() -> calls.json("/api/v1/queues").at("/queues/0/agents/busy").asInt() == 2);
    JsonNode queue = calls.json("/api/v1/queues/sales").at("/queues/0");
    assertThat(queue.at("/agents/available").asInt()).isEqualTo(1);
    assertThat(queue.at("/today/occupancy").asText()).isEqualTo("0.5");
    assertThat(queue.at("/today/utilisation").asText()).isEqualTo("0.25");
    assertThat(queue.at("/today/staffingGap").asInt()).isEqualTo(2);
    assertThat(queue.at("/windows/5m/occupancy").isNull()).isTrue();
    assertThat(queue.at("/windows/15m/adherence").asText()).isEqualTo("0.5");
    await()
        .until(
            () ->
                calls
                    .json("/api/v1/intervals")
                    .at("/intervals/0/occupancy")
                    .asText()
                    .equals("0.5"));
    assertThat(calls.get("/metrics").body())
        .contains("tideboard_agents{queue=\"sales\",state=\"busy\"} 2.0");
    topics.send(Topics.QUEUES, "sales/*", null);
    await().until(() -> calls.json("/api/v1/queues").at("/queues/0/agents").isEmpty());
  }

  @Test
  void theStreamTellsAgentsThatChangeAndThoseWhoAreGone() throws IOException {
    topics.tell(agent("ada", 1, AgentState.BREAK, "lunch"));
    await().until(() -> calls.json("/api/v1/agents").path("agents").size() == 1);
    try (SseClient viewer = new SseClient(calls.at("/api/v1/stream"), null)) {
      assertThat(viewer.next().data().path("agents")).hasSize(1);
      topics.tell(agent("ada", 2, AgentState.AVAILABLE, null));
      SseClient.Event changed = viewer.next();
      assertThat(changed.name()).isEqualTo("agents");
      assertThat(changed.data().at("/agents/0/state").asText()).isEqualTo("available");
      topics.send(Topics.AGENTS, "ada", null);
      SseClient.Event gone = viewer.next();
      assertThat(gone.name()).isEqualTo("agents");
      assertThat(gone.data().path("agents")).isEmpty();
      assertThat(gone.data().at("/gone/0").asText()).isEqualTo("ada");
    }
  }
}
