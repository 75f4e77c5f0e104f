// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.events.Rfc3339;
import io.tideboard.events.WireName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Episodes as records of {@code tideboard.alerts}, and what the jobs keep of them in state. Readers
 * ignore fields that they do not know.
 */
public final class AlertJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private AlertJson() {}

  /** A record of {@code tideboard.alerts}. */
  public static byte[] write(AlertEpisode episode) {
    return bytes(tree(episode));
  }

  /** Reads a record of {@code tideboard.alerts}. */
  public static AlertEpisode read(byte[] value) {
    return episode(parse(value));
  }

  /** An episode as JSON, for whoever shows it or sends it on. */
  public static ObjectNode tree(AlertEpisode episode) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", episode.id());
    json.put("cause", episode.origin().kind().cause().wire());
    json.put("kind", episode.origin().kind().wire());
    json.put("queue", episode.origin().queue());
    json.put("channel", episode.origin().channel());
    json.put("phase", episode.phase().wire());
    json.put("severity", episode.severity().wire());
    time("openedAt", episode.origin().openedAt(), json);
    time("changedAt", episode.changedAt(), json);
    json.put("revision", episode.revision());
    CloseReason closed = episode.closed();
    json.put("closed", closed == null ? null : closed.wire());
    if (closed == null) {
      json.putNull("closedAt");
    } else {
      time("closedAt", episode.changedAt(), json);
    }
    for (Symptom symptom : episode.symptoms()) {
      ObjectNode each = json.withArray("symptoms").addObject();
      each.put("kind", symptom.kind().wire());
      each.put("channel", symptom.channel());
      each.put("severity", symptom.severity().wire());
      each.put("value", symptom.value());
      each.put("limit", symptom.limit());
      time("since", symptom.since(), each);
    }
    return json;
  }

  private static AlertEpisode episode(JsonNode json) {
    List<Symptom> symptoms = new ArrayList<>();
    for (JsonNode each : json.path("symptoms")) {
      symptoms.add(
          new Symptom(
              kind(each),
              each.path("channel").asText(),
              WireName.parse(AlertSeverity.class, "severity", each.path("severity").asText()),
              each.path("value").asDouble(),
              each.path("limit").asDouble(),
              time(each.path("since"))));
    }
    return new AlertEpisode(
        new AlertEpisode.Origin(
            kind(json),
            json.path("queue").asText(),
            json.path("channel").asText(),
            time(json.path("openedAt"))),
        WireName.parse(AlertPhase.class, "phase", json.path("phase").asText()),
        WireName.parse(AlertSeverity.class, "severity", json.path("severity").asText()),
        symptoms,
        json.path("revision").asInt(),
        time(json.path("changedAt")),
        reason(json.path("closed")));
  }

  private static @Nullable CloseReason reason(JsonNode json) {
    return json.isTextual() ? WireName.parse(CloseReason.class, "closed", json.asText()) : null;
  }

  /** What is found, on its way between operators. */
  public static byte[] write(Reading reading) {
    return bytes(tree(reading));
  }

  /** Reads what {@link #write(Reading)} wrote. */
  public static Reading readReading(byte[] value) {
    return reading(parse(value));
  }

  private static ObjectNode tree(Reading reading) {
    ObjectNode json = JSON.createObjectNode();
    json.put("queue", reading.key().queue());
    json.put("channel", reading.key().channel());
    json.put("at", reading.at());
    json.put("inHours", reading.inHours());
    for (Finding finding : reading.findings()) {
      ObjectNode each = json.withArray("findings").addObject();
      each.put("kind", finding.kind().wire());
      each.put("level", finding.level().name());
      each.put("value", finding.value());
      each.put("limit", finding.limit());
      each.put("since", finding.since());
    }
    return json;
  }

  private static Reading reading(JsonNode json) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode each : json.path("findings")) {
      findings.add(
          new Finding(
              kind(each),
              Level.valueOf(each.path("level").asText()),
              each.path("value").asDouble(),
              each.path("limit").asDouble(),
              each.path("since").asLong()));
    }
    return new Reading(
        new QueueKey(json.path("queue").asText(), json.path("channel").asText()),
        json.path("at").asLong(),
        json.path("inHours").asBoolean(),
        findings);
  }

  /** A queue's book, as state. */
  public static byte[] write(AlertBook book) {
    ObjectNode json = JSON.createObjectNode();
    book.readings.values().forEach(reading -> json.withArray("readings").add(tree(reading)));
    book.running
        .values()
        .forEach(
            running ->
                json.withArray("running")
                    .addObject()
                    .put("calmSince", running.calmSince())
                    .set("episode", tree(running.episode())));
    return bytes(json);
  }

  /** Reads what {@link #write(AlertBook)} wrote. */
  public static AlertBook readBook(byte[] value) {
    JsonNode json = parse(value);
    AlertBook book = new AlertBook();
    for (JsonNode each : json.path("readings")) {
      Reading reading = reading(each);
      book.readings.put(reading.key().channel(), reading);
    }
    for (JsonNode each : json.path("running")) {
      AlertEpisode episode = episode(each.path("episode"));
      book.running.put(
          episode.origin().kind().cause(),
          new AlertBook.Running(episode, each.path("calmSince").asLong()));
    }
    return book;
  }

  private static AlertKind kind(JsonNode json) {
    return WireName.parse(AlertKind.class, "kind", json.path("kind").asText());
  }

  private static void time(String field, long micros, ObjectNode json) {
    json.put(field, Rfc3339.format(Micros.instant(micros)));
  }

  private static long time(JsonNode json) {
    return Micros.of(Instant.parse(json.asText()));
  }

  private static JsonNode parse(byte[] value) {
    try {
      return JSON.readTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(ObjectNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
