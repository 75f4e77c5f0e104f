// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.platforms.Fixtures;
import io.tideboard.platforms.Timeline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentChangesTest {

  private final GenesysCloud genesys = new GenesysCloud();

  @ParameterizedTest
  @CsvSource({"IDLE,available", "INTERACTING,busy", "COMMUNICATING,busy", "NOT_RESPONDING,away"})
  void onQueueTheRoutingStatusCounts(String status, String state) {
    String body = Fixtures.text("genesys/activity.json").replace("\"IDLE\"", '"' + status + '"');
    assertThat(told(body))
        .containsExactly(
            "08:31:00 agent.state agent=u-anna state="
                + state
                + " reason="
                + status
                + " queues=[q-sales, q-support]");
  }

  @ParameterizedTest
  @CsvSource({"AVAILABLE,away", "BUSY,busy", "MEETING,meeting", "TRAINING,training", "IDLE,away"})
  void offQueueThePresenceCounts(String presence, String state) {
    String body =
        Fixtures.text("genesys/activity.json")
            .replace("\"IDLE\"", "\"OFF_QUEUE\"")
            .replace("\"ON_QUEUE\"", '"' + presence + '"');
    assertThat(told(body)).singleElement().asString().contains("state=" + state);
  }

  @ParameterizedTest
  @CsvSource({"MEAL,break", "BREAK,break", "ON_QUEUE,available", "OFFLINE,offline", "AWAY,away"})
  void aPresenceIsAState(String presence, String state) {
    String body = Fixtures.text("genesys/presence.json").replace("MEAL", presence);
    assertThat(told(body))
        .containsExactly(
            "12:00:00 agent.state agent=u-anna state=" + state + " reason=" + presence);
  }

  @Test
  void aRoutingStatusIsAState() {
    String body =
        "{\"topicName\": \"v2.users.u-anna.routingStatus\", \"eventBody\": {\"id\": \"u-anna\","
            + " \"routingStatus\": {\"status\": \"INTERACTING\","
            + " \"startTime\": \"2026-03-02T09:00:20.000Z\"}}}";
    assertThat(told(body))
        .containsExactly("09:00:20 agent.state agent=u-anna state=busy reason=INTERACTING");
  }

  @Test
  void anAuditOfAPresenceIsAStateAtItsTimeInWords() {
    assertThat(told(Fixtures.text("genesys/audit.json")))
        .containsExactly("12:30:00 agent.state agent=Anna A state=available reason=On Queue");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v2.analytics.queues.q-sales.observations",
        "v2.audits.entitytype.Queue.entityid.q-sales",
        "channel.metadata",
        "v2.users.u-anna.geolocation"
      })
  void topicsThatTellNothingAreIgnored(String topic) {
    String body = "{\"topicName\": \"" + topic + "\", \"eventBody\": {\"message\": \"x\"}}";
    assertThat(genesys.translate(Fixtures.json(body)).ignored())
        .isEqualTo(Map.of(topic.toLowerCase(java.util.Locale.ROOT), 1));
  }

  @Test
  void topicsThatAreIgnoredAreCountedWithoutTheirIds() {
    String body =
        "{\"topicName\": \"v2.routing.queues.6f1d8f0a-3c1e-4c39-9b7e-2b8f6c1d4e50.users\","
            + " \"eventBody\": {}}";
    assertThat(genesys.translate(Fixtures.json(body)).ignored())
        .isEqualTo(Map.of("v2.routing.queues.{id}.users", 1));
  }

  private List<String> told(String body) {
    return Timeline.of(genesys.translate(Fixtures.json(body)));
  }
}
