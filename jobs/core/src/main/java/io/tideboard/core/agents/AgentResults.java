// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.results.QueueStatus.Freshness;
import io.tideboard.events.AgentState;
import io.tideboard.events.Rfc3339;
import io.tideboard.events.WireName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the jobs publish of agents and teams, as JSON records of the topics. Readers ignore fields
 * that they do not know.
 */
public final class AgentResults {

  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper TREES = new ObjectMapper();

  private AgentResults() {}

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  /** Whether a key of {@code tideboard.queues} is that of a team. */
  public static boolean ofTeam(String queueKey) {
    return queueKey.endsWith("/" + TeamStatus.EVERY_CHANNEL);
  }

  /** Whether a key of {@code tideboard.intervals} is that of a team. */
  public static boolean rowOfTeam(String rowKey) {
    int basis = rowKey.lastIndexOf('/');
    int start = basis <= 0 ? -1 : rowKey.lastIndexOf('/', basis - 1);
    return start > 0 && ofTeam(rowKey.substring(0, start));
  }

  /** The queue that a key of a team names. */
  public static String queueOf(String queueKey) {
    return QueueKey.parse(queueKey).queue();
  }

  /** A record of {@code tideboard.agents}. */
  public static byte[] write(AgentStatus status) {
    return object(
        json -> {
          json.writeStringField("agent", status.agent());
          freshness(status.freshness(), json);
          doing(status.doing(), json);
          json.writeObjectFieldStart("interactions");
          for (Map.Entry<String, Integer> each : sorted(status.interactions()).entrySet()) {
            json.writeNumberField(each.getKey(), each.getValue());
          }
          json.writeEndObject();
          json.writeObjectFieldStart("todayMicros");
          for (Map.Entry<AgentState, Long> each : sorted(status.today().states()).entrySet()) {
            json.writeNumberField(each.getKey().wire(), each.getValue());
          }
          json.writeEndObject();
          json.writeObjectFieldStart("pauseMicros");
          for (Map.Entry<String, Long> each : sorted(status.today().pauses()).entrySet()) {
            json.writeNumberField(each.getKey(), each.getValue());
          }
          json.writeEndObject();
        });
  }

  private static void doing(AgentStatus.Doing doing, JsonGenerator json) throws IOException {
    json.writeStringField("state", doing.state().wire());
    if (doing.told() != null) {
      json.writeStringField("told", doing.told().wire());
    }
    if (doing.reason() != null) {
      json.writeStringField("reason", doing.reason());
    }
    time("since", doing.since(), json);
    json.writeArrayFieldStart("queues");
    for (String queue : doing.queues()) {
      json.writeString(queue);
    }
    json.writeEndArray();
  }

  /** Reads a record of {@code tideboard.agents}. */
  public static AgentStatus readAgent(byte[] value) {
    JsonNode json = tree(value);
    Map<AgentState, Long> states = new EnumMap<>(AgentState.class);
    json.path("todayMicros")
        .properties()
        .forEach(each -> states.put(state(each.getKey()), each.getValue().asLong()));
    Map<String, Long> pauses = new TreeMap<>();
    json.path("pauseMicros")
        .properties()
        .forEach(each -> pauses.put(each.getKey(), each.getValue().asLong()));
    Map<String, Integer> interactions = new TreeMap<>();
    json.path("interactions")
        .properties()
        .forEach(each -> interactions.put(each.getKey(), each.getValue().asInt()));
    return new AgentStatus(
        json.path("agent").asText(),
        freshness(json),
        readDoing(json),
        interactions,
        new AgentStatus.Day(states, pauses));
  }

  private static AgentStatus.Doing readDoing(JsonNode json) {
    List<String> queues = new ArrayList<>();
    json.path("queues").forEach(queue -> queues.add(queue.asText()));
    String told = text(json.path("told"));
    return new AgentStatus.Doing(
        state(json.path("state").asText()),
        told == null ? null : state(told),
        text(json.path("reason")),
        time(json.path("since")),
        queues);
  }

  /** A record of {@code tideboard.queues}, of a team. */
  public static byte[] write(TeamStatus status) {
    return object(
        json -> {
          json.writeStringField("queue", status.queue());
          json.writeStringField("channel", TeamStatus.EVERY_CHANNEL);
          freshness(status.freshness(), json);
          json.writeObjectFieldStart("agents");
          for (Map.Entry<AgentState, Integer> each : sorted(status.agents()).entrySet()) {
            json.writeNumberField(each.getKey().wire(), each.getValue());
          }
          json.writeEndObject();
          if (status.scheduled().isPresent()) {
            json.writeNumberField("scheduled", status.scheduled().getAsInt());
          }
          json.writeObjectFieldStart("repairs");
          for (Repair repair : Repair.values()) {
            json.writeNumberField(repair.wire(), status.repairs().get(repair.ordinal()));
          }
          json.writeEndObject();
          times("today", status.today(), json);
          for (int i = 0; i < QueueStatus.WINDOW_MINUTES.length; i++) {
            times(window(i), status.windows().get(i), json);
          }
        });
  }

  /** Reads a record of {@code tideboard.queues}, of a team. */
  public static TeamStatus readTeam(byte[] value) {
    JsonNode json = tree(value);
    Map<AgentState, Integer> agents = new EnumMap<>(AgentState.class);
    json.path("agents")
        .properties()
        .forEach(each -> agents.put(state(each.getKey()), each.getValue().asInt()));
    List<Long> repairs = new ArrayList<>();
    for (Repair repair : Repair.values()) {
      repairs.add(json.path("repairs").path(repair.wire()).asLong());
    }
    List<TeamTimes> windows = new ArrayList<>();
    for (int i = 0; i < QueueStatus.WINDOW_MINUTES.length; i++) {
      windows.add(times(json.path(window(i))));
    }
    JsonNode scheduled = json.path("scheduled");
    return new TeamStatus(
        json.path("queue").asText(),
        freshness(json),
        agents,
        scheduled.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(scheduled.asInt()),
        repairs,
        times(json.path("today")),
        windows);
  }

  /** A record of {@code tideboard.intervals}, of a team. */
  public static byte[] write(TeamRow row) {
    return object(
        json -> {
          json.writeStringField("queue", row.queue());
          json.writeStringField("channel", TeamStatus.EVERY_CHANNEL);
          time("start", row.start(), json);
          json.writeNumberField("minutes", row.minutes());
          json.writeStringField("basis", Basis.EVENT.wire());
          json.writeNumberField("revision", row.revision());
          times("team", row.times(), json);
        });
  }

  /** Reads a record of {@code tideboard.intervals}, of a team. */
  public static TeamRow readRow(byte[] value) {
    JsonNode json = tree(value);
    return new TeamRow(
        json.path("queue").asText(),
        time(json.path("start")),
        json.path("minutes").asInt(),
        json.path("revision").asLong(),
        times(json.path("team")));
  }

  private static void times(String field, TeamTimes times, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    for (TeamMeasure measure : TeamMeasure.values()) {
      if (times.get(measure) != 0) {
        json.writeNumberField(measure.wire(), times.get(measure));
      }
    }
    json.writeEndObject();
  }

  private static TeamTimes times(JsonNode json) {
    TeamTimes times = new TeamTimes();
    for (TeamMeasure measure : TeamMeasure.values()) {
      times.add(measure, json.path(measure.wire()).asLong());
    }
    return times;
  }

  private static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static JsonNode tree(byte[] value) {
    try {
      return TREES.readTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void freshness(Freshness freshness, JsonGenerator json) throws IOException {
    json.writeNumberField("revision", freshness.revision());
    time("asOf", freshness.asOf(), json);
  }

  private static Freshness freshness(JsonNode json) {
    return new Freshness(json.path("revision").asLong(), time(json.path("asOf")));
  }

  private static AgentState state(String wire) {
    return WireName.parse(AgentState.class, "state", wire);
  }

  private static @Nullable String text(JsonNode json) {
    return json.isMissingNode() ? null : json.asText();
  }

  private static void time(String field, long micros, JsonGenerator json) throws IOException {
    json.writeStringField(field, Rfc3339.format(Micros.instant(micros)));
  }

  private static long time(JsonNode json) {
    return Micros.of(Instant.parse(json.asText()));
  }

  private static <K extends Comparable<K>, V> Map<K, V> sorted(Map<K, V> map) {
    return new TreeMap<>(map);
  }

  private static String window(int index) {
    return QueueStatus.WINDOW_MINUTES[index] + "m";
  }
}
