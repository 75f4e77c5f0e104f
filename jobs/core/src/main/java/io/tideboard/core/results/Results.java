// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.core.breach.Breach;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.breach.PromiseKind;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.Rejection;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.events.Rfc3339;
import io.tideboard.events.WireName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the jobs publish, as JSON records of the topics. Readers ignore fields that they do not
 * know.
 */
public final class Results {

  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper TREES = new ObjectMapper();

  private Results() {}

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  /** A record of {@code tideboard.queues}. */
  public static byte[] write(QueueStatus status) {
    return object(
        json -> {
          key(status.key(), json);
          json.writeNumberField("revision", status.freshness().revision());
          time("asOf", status.freshness().asOf(), json);
          QueueStatus.Line line = status.line();
          json.writeNumberField("waiting", line.waiting());
          if (line.oldest().isPresent()) {
            time("oldest", line.oldest().getAsLong(), json);
          }
          json.writeNumberField("atRisk", line.atRisk());
          json.writeNumberField("breached", line.breached());
          json.writeNumberField("inProgress", line.inProgress());
          json.writeNumberField("breaches", status.counts().breaches());
          json.writeNumberField("tooLate", status.counts().tooLate());
          json.writeObjectFieldStart("rejected");
          for (Rejection why : Rejection.values()) {
            json.writeNumberField(why.wire(), status.counts().rejected().get(why.ordinal()));
          }
          json.writeEndObject();
          TallyJson.write("total", status.counts().total(), json);
          TallyJson.write("today", status.counts().today(), json);
          for (int i = 0; i < QueueStatus.WINDOW_MINUTES.length; i++) {
            TallyJson.write(window(i), status.counts().windows().get(i), json);
          }
          LifetimeJson.write(status.counts(), json);
        });
  }

  /** Reads a record of {@code tideboard.queues}. */
  public static QueueStatus readStatus(byte[] value) {
    JsonNode json = tree(value);
    List<PeriodCounts> windows = new ArrayList<>();
    for (int i = 0; i < QueueStatus.WINDOW_MINUTES.length; i++) {
      windows.add(TallyJson.readCounts(json.path(window(i))));
    }
    JsonNode oldest = json.path("oldest");
    PeriodCounts total = TallyJson.readCounts(json.path("total"));
    long breaches = json.path("breaches").asLong();
    return new QueueStatus(
        key(json),
        new QueueStatus.Freshness(json.path("revision").asLong(), time(json.path("asOf"))),
        new QueueStatus.Line(
            json.path("waiting").asInt(),
            oldest.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(time(oldest)),
            json.path("atRisk").asInt(),
            json.path("breached").asInt(),
            json.path("inProgress").asInt()),
        new QueueStatus.Counts(
            breaches,
            json.path("tooLate").asLong(),
            Arrays.stream(Rejection.values())
                .map(why -> json.path("rejected").path(why.wire()).asLong())
                .toList(),
            total,
            TallyJson.readCounts(json.path("today")),
            windows,
            LifetimeJson.read(json.path("lifetime"), total, breaches)));
  }

  /** A record of {@code tideboard.intervals}. */
  public static byte[] write(IntervalRow row) {
    return object(
        json -> {
          key(row.key(), json);
          time("start", row.start(), json);
          json.writeNumberField("minutes", row.minutes());
          json.writeStringField("basis", row.basis().wire());
          json.writeNumberField("revision", row.revision());
          TallyJson.write("tally", row.tally(), json);
        });
  }

  /** Reads a record of {@code tideboard.intervals}. */
  public static IntervalRow readRow(byte[] value) {
    JsonNode json = tree(value);
    return new IntervalRow(
        key(json),
        time(json.path("start")),
        json.path("minutes").asInt(),
        WireName.parse(Basis.class, "basis", json.path("basis").asText()),
        json.path("revision").asLong(),
        TallyJson.readTally(json.path("tally")));
  }

  /** A record of {@code tideboard.breaches}. */
  public static byte[] write(BreachRecord breach) {
    return object(
        json -> {
          Breach told = breach.breach();
          json.writeStringField("id", told.id());
          json.writeStringField("kind", told.kind().wire());
          json.writeStringField("promise", told.promise().wire());
          json.writeStringField("interaction", told.interaction());
          key(told.key(), json);
          time("time", told.time(), json);
          time("visitBegin", told.visitBegin(), json);
          json.writeNumberField("waitMicros", told.waited());
          json.writeNumberField("thresholdMicros", told.threshold());
          if (breach.withdrawn()) {
            json.writeBooleanField("withdrawn", true);
          }
        });
  }

  /** Reads a record of {@code tideboard.breaches}. */
  public static BreachRecord readBreach(byte[] value) {
    JsonNode json = tree(value);
    return new BreachRecord(
        new Breach(
            WireName.parse(BreachKind.class, "kind", json.path("kind").asText()),
            WireName.parse(PromiseKind.class, "promise", json.path("promise").asText("wait")),
            json.path("interaction").asText(),
            key(json),
            time(json.path("visitBegin")),
            time(json.path("time")),
            json.path("waitMicros").asLong(),
            json.path("thresholdMicros").asLong()),
        json.path("withdrawn").asBoolean());
  }

  /** A record of {@code tideboard.abandons}. */
  public static byte[] write(AbandonRecord told) {
    return object(
        json -> {
          Abandon abandon = told.abandon();
          json.writeStringField("id", abandon.id());
          json.writeStringField("interaction", abandon.interaction());
          key(abandon.key(), json);
          time("offeredAt", abandon.offeredAt(), json);
          json.writeBooleanField("beginKnown", abandon.beginKnown());
          time("time", abandon.at(), json);
          if (told.withdrawn()) {
            json.writeBooleanField("withdrawn", true);
          }
        });
  }

  /** Reads a record of {@code tideboard.abandons}. */
  public static AbandonRecord readAbandon(byte[] value) {
    JsonNode json = tree(value);
    return new AbandonRecord(
        new Abandon(
            json.path("interaction").asText(),
            key(json),
            time(json.path("offeredAt")),
            json.path("beginKnown").asBoolean(),
            time(json.path("time"))),
        json.path("withdrawn").asBoolean());
  }

  private static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
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

  private static void key(QueueKey key, JsonGenerator json) throws IOException {
    json.writeStringField("queue", key.queue());
    json.writeStringField("channel", key.channel());
  }

  private static QueueKey key(JsonNode json) {
    return new QueueKey(json.path("queue").asText(), json.path("channel").asText());
  }

  private static void time(String field, long micros, JsonGenerator json) throws IOException {
    json.writeStringField(field, Rfc3339.format(Micros.instant(micros)));
  }

  private static long time(JsonNode json) {
    return Micros.of(Instant.parse(json.asText()));
  }

  private static String window(int index) {
    return QueueStatus.WINDOW_MINUTES[index] + "m";
  }
}
