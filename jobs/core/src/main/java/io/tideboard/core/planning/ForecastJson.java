// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.forecast.IntervalForecast;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.events.Rfc3339;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Records of {@code tideboard.forecasts} as JSON. What is not known is null. Readers ignore fields
 * that they do not know.
 */
public final class ForecastJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper TREES = new ObjectMapper();

  private ForecastJson() {}

  /** The record of a row. */
  public static byte[] write(ForecastRow row) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields(json, row);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return bytes.toByteArray();
  }

  /** The fields of a row, within an object. */
  public static void fields(JsonGenerator json, ForecastRow row) throws IOException {
    json.writeStringField("queue", row.key().queue());
    json.writeStringField("channel", row.key().channel());
    json.writeStringField("start", Micros.instant(row.start()).toString());
    json.writeNumberField("minutes", row.minutes());
    demand(json, row.demand());
    need(json, row.need());
    integer(json, "actual", row.actual());
    leads(json, row.leads());
    json.writeStringField("issuedAt", Micros.instant(row.issuedAt()).toString());
  }

  private static void demand(JsonGenerator json, IntervalForecast demand) throws IOException {
    number(json, "contacts", demand.contacts());
    number(json, "p025", demand.p025());
    number(json, "p10", demand.p10());
    number(json, "p50", demand.p50());
    number(json, "p90", demand.p90());
    number(json, "p975", demand.p975());
    number(json, "ahtSeconds", demand.ahtSeconds());
  }

  private static void need(JsonGenerator json, Need need) throws IOException {
    json.writeNumberField("requiredAgents", need.requiredAgents());
    json.writeNumberField("requiredAgentsP90", need.requiredAgentsP90());
    integer(json, "scheduledAgents", need.scheduledAgents());
    number(json, "expectedServiceLevel", need.expectedServiceLevel());
    number(json, "patienceSeconds", need.patienceSeconds());
  }

  private static void leads(JsonGenerator json, Leads leads) throws IOException {
    json.writeObjectFieldStart("leads");
    number(json, "week", leads.week());
    number(json, "day", leads.day());
    number(json, "hour", leads.hour());
    number(json, "next", leads.next());
    json.writeEndObject();
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static ForecastRow read(byte[] value) {
    JsonNode json;
    try {
      json = TREES.readTree(value);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON (" + e.getMessage() + ")", e);
    }
    JsonNode leads = json.path("leads");
    return new ForecastRow(
        new QueueKey(json.path("queue").asText(), json.path("channel").asText()),
        json.path("minutes").asInt(),
        new IntervalForecast(
            time(json, "start"),
            number(json, "contacts"),
            number(json, "p025"),
            number(json, "p10"),
            number(json, "p50"),
            number(json, "p90"),
            number(json, "p975"),
            number(json, "ahtSeconds")),
        new Need(
            json.path("requiredAgents").asInt(),
            json.path("requiredAgentsP90").asInt(),
            integer(json, "scheduledAgents"),
            number(json, "expectedServiceLevel"),
            json.path("patienceSeconds").asDouble(Double.POSITIVE_INFINITY)),
        new Leads(
            number(leads, "week"),
            number(leads, "day"),
            number(leads, "hour"),
            number(leads, "next")),
        integer(json, "actual"),
        time(json, "issuedAt"));
  }

  private static long time(JsonNode json, String name) {
    return Micros.of(Rfc3339.parse(name, json.path(name).asText()));
  }

  private static double number(JsonNode json, String name) {
    return json.path(name).asDouble(Double.NaN);
  }

  private static @Nullable Integer integer(JsonNode json, String name) {
    return json.path(name).isNumber() ? (Integer) json.path(name).asInt() : null;
  }

  /** A whole number, or null where there is none. */
  public static void integer(JsonGenerator json, String name, @Nullable Integer value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  /** A number, or null where it is none. */
  public static void number(JsonGenerator json, String name, double value) throws IOException {
    if (!Double.isFinite(value)) {
      json.writeNullField(name);
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumberField(name, (long) value);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
