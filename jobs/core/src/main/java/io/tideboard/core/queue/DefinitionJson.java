// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.core.calendar.Durations;
import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.tally.ServiceLevelFormula;
import io.tideboard.events.WireName;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record of {@code tideboard.config}: the keys of a queue as in the configuration file, as
 * JSON. A key that is not there has the value that it has in the file.
 */
public final class DefinitionJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the jobs do not depend on, and others read. */
  private static final Set<String> OF_OTHERS = Set.of("channels");

  private static final Set<String> KNOWN =
      Set.of(
          "threshold",
          "thresholds",
          "target",
          "formula",
          "shortAbandon",
          "atRiskShare",
          "timeZone",
          "dayStart",
          "interval",
          "hours",
          "maxVisit",
          "resolution",
          "maxWrapUp",
          "shrinkage",
          "maxOccupancy",
          "concurrency");

  private final JsonNode json;

  private DefinitionJson(JsonNode json) {
    this.json = json;
  }

  /**
   * The definition that a record says.
   *
   * @param otherwise what holds for the keys that are not there
   * @throws IllegalArgumentException with key, value and expectation
   */
  public static QueueDefinition read(byte[] value, QueueDefinition otherwise) {
    JsonNode json;
    try {
      json = JSON.readTree(value);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON (" + e.getMessage() + ")", e);
    }
    if (json == null || !json.isObject()) {
      throw new IllegalArgumentException("'" + json + "': expected an object of a queue's keys");
    }
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name) && !OF_OTHERS.contains(name)) {
                throw new IllegalArgumentException("'" + name + "': expected one of " + KNOWN);
              }
            });
    return new DefinitionJson(json).definition(otherwise);
  }

  private QueueDefinition definition(QueueDefinition otherwise) {
    return new QueueDefinition(
        value("threshold", Durations::parse, otherwise.threshold()),
        durations("thresholds", otherwise.channelThresholds()),
        value("target", Double::parseDouble, otherwise.target()),
        value("formula", DefinitionJson::formula, otherwise.formula()),
        value("shortAbandon", Durations::parse, otherwise.shortAbandon()),
        value("atRiskShare", Double::parseDouble, otherwise.atRiskShare()),
        value("timeZone", ZoneId::of, otherwise.timeZone()),
        value("dayStart", LocalTime::parse, otherwise.dayStart()),
        value("interval", Durations::parse, otherwise.interval()),
        json.has("hours") ? hours() : otherwise.hours(),
        durations("maxVisit", otherwise.maxVisit()),
        resolution(otherwise.resolution()),
        value("maxWrapUp", Durations::parse, otherwise.maxWrapUp()),
        planning(otherwise.planning()));
  }

  private Planning planning(Planning otherwise) {
    Map<String, Double> concurrency = new HashMap<>(otherwise.concurrency());
    json.path("concurrency")
        .fields()
        .forEachRemaining(
            each ->
                concurrency.put(
                    each.getKey(),
                    parsed(
                        "concurrency." + each.getKey(),
                        each.getValue().asText(),
                        Double::parseDouble)));
    return new Planning(
        value("shrinkage", Double::parseDouble, otherwise.shrinkage()),
        value("maxOccupancy", Double::parseDouble, otherwise.maxOccupancy()),
        concurrency);
  }

  private @Nullable Duration resolution(@Nullable Duration otherwise) {
    return json.has("resolution")
        ? value("resolution", Durations::parse, Duration.ZERO)
        : otherwise;
  }

  private <T> T value(String key, Function<String, T> parser, T otherwise) {
    return json.has(key) ? parsed(key, json.get(key).asText(), parser) : otherwise;
  }

  private static <T> T parsed(String key, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(key + ": '" + text + "': " + e.getMessage(), e);
    }
  }

  private Map<String, Duration> durations(String key, Map<String, Duration> otherwise) {
    Map<String, Duration> all = new HashMap<>(otherwise);
    json.path(key)
        .fields()
        .forEachRemaining(
            each ->
                all.put(
                    each.getKey(),
                    parsed(key + "." + each.getKey(), each.getValue().asText(), Durations::parse)));
    return all;
  }

  private OpeningHours hours() {
    List<String> lines = new ArrayList<>();
    json.get("hours")
        .fields()
        .forEachRemaining(day -> lines.add(day.getKey() + " " + day.getValue().asText()));
    return parsed("hours", String.join(", ", lines), OpeningHours::parse);
  }

  private static ServiceLevelFormula formula(String name) {
    return WireName.parse(ServiceLevelFormula.class, "formula", name);
  }
}
