// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.core.agents.AgentStatus;
import io.tideboard.core.agents.Repair;
import io.tideboard.core.clock.Micros;
import io.tideboard.events.AgentState;
import io.tideboard.wallboard.board.AgentStanding;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.table.Decimal;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Agents, as the API's JSON. */
final class AgentJson {

  private AgentJson() {}

  static void agents(JsonGenerator json, Board.Now now, List<AgentStanding> agents)
      throws IOException {
    json.writeArrayFieldStart("agents");
    for (AgentStanding agent : agents) {
      agent(json, now.stream(), agent);
    }
    json.writeEndArray();
  }

  private static void agent(JsonGenerator json, @Nullable Instant now, AgentStanding agent)
      throws IOException {
    AgentStatus status = agent.status();
    AgentStatus.Doing doing = status.doing();
    json.writeStartObject();
    json.writeStringField("agent", status.agent());
    json.writeStringField("state", doing.state().wire());
    json.writeStringField("told", doing.told() == null ? null : doing.told().wire());
    json.writeStringField("reason", doing.reason());
    Json.time(json, "since", Micros.instant(doing.since()));
    Json.number(
        json,
        "stateSeconds",
        now == null ? null : Decimal.seconds(Math.max(0, Micros.of(now) - doing.since())));
    json.writeArrayFieldStart("queues");
    for (String queue : doing.queues()) {
      json.writeString(queue);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("interactions");
    for (Map.Entry<String, Integer> each : new TreeMap<>(status.interactions()).entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    day(json, status.today());
    Json.time(json, "asOf", Micros.instant(status.freshness().asOf()));
    Json.time(json, "receivedAt", agent.receivedAt());
    json.writeEndObject();
  }

  private static void day(JsonGenerator json, AgentStatus.Day day) throws IOException {
    json.writeObjectFieldStart("todaySeconds");
    Map<AgentState, Long> states = new EnumMap<>(AgentState.class);
    states.putAll(day.states());
    for (Map.Entry<AgentState, Long> each : states.entrySet()) {
      Json.number(json, each.getKey().wire(), Decimal.seconds(each.getValue()));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("pauses");
    for (Map.Entry<String, Long> each : new TreeMap<>(day.pauses()).entrySet()) {
      json.writeStartObject();
      json.writeStringField("reason", each.getKey().isEmpty() ? null : each.getKey());
      Json.number(json, "seconds", Decimal.seconds(each.getValue()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What was put right of what was told of a team, since the beginning. */
  static void repairs(JsonGenerator json, List<Long> repairs) throws IOException {
    json.writeObjectFieldStart("agentRepairs");
    for (Repair repair : Repair.values()) {
      long count = repair.ordinal() < repairs.size() ? repairs.get(repair.ordinal()) : 0;
      json.writeNumberField(repair.wire(), count);
    }
    json.writeEndObject();
  }

  /** How many of a team are in each state. */
  static void states(JsonGenerator json, Map<AgentState, Integer> agents) throws IOException {
    json.writeObjectFieldStart("agents");
    for (AgentState state : AgentState.values()) {
      Integer count = agents.get(state);
      if (count != null) {
        json.writeNumberField(state.wire(), count);
      }
    }
    json.writeEndObject();
  }
}
