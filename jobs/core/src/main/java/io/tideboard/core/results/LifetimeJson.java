// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.core.tally.LifetimeCounts;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.core.tally.Timing;
import io.tideboard.core.tally.TimingCounts;
import java.io.IOException;

/**
 * Counters since the beginning as JSON: of the sums only how far they stand above the present
 * total, which is mostly nothing; of each timing its sum, and then three numbers for each bucket
 * that is not empty: which one, its count, and its count within the promised limit.
 */
final class LifetimeJson {

  private static final int NUMBERS = 3;

  private LifetimeJson() {}

  static void write(QueueStatus.Counts counts, JsonGenerator json) throws IOException {
    LifetimeCounts lifetime = counts.lifetime();
    json.writeObjectFieldStart("lifetime");
    for (Measure measure : Measure.values()) {
      above(measure.wire(), lifetime.get(measure) - counts.total().get(measure), json);
    }
    above("breaches", lifetime.breaches() - counts.breaches(), json);
    for (Timing timing : Timing.values()) {
      timing(timing.wire(), lifetime.timing(timing), json);
    }
    json.writeEndObject();
  }

  private static void above(String field, long above, JsonGenerator json) throws IOException {
    if (above > 0) {
      json.writeNumberField(field, above);
    }
  }

  private static void timing(String field, TimingCounts timing, JsonGenerator json)
      throws IOException {
    if (timing.count() == 0) {
      return;
    }
    json.writeArrayFieldStart(field);
    json.writeNumber(timing.sum());
    for (int i = 0; i < TimingCounts.BUCKETS; i++) {
      if (timing.count(i) != 0) {
        json.writeNumber(i);
        json.writeNumber(timing.count(i));
        json.writeNumber(timing.within(i));
      }
    }
    json.writeEndArray();
  }

  static LifetimeCounts read(JsonNode json, PeriodCounts total, long breaches) {
    return LifetimeCounts.of(
        measure -> Math.max(0, total.get(measure)) + json.path(measure.wire()).asLong(),
        breaches + json.path("breaches").asLong(),
        timing -> timing(json.path(timing.wire())));
  }

  private static TimingCounts timing(JsonNode json) {
    if (json.isEmpty()) {
      return TimingCounts.NONE;
    }
    long[] counts = new long[TimingCounts.BUCKETS];
    long[] within = new long[TimingCounts.BUCKETS];
    for (int i = 1; i + NUMBERS <= json.size(); i += NUMBERS) {
      int bucket = json.get(i).asInt();
      counts[bucket] = json.get(i + 1).asLong();
      within[bucket] = json.get(i + 2).asLong();
    }
    return TimingCounts.of(json.get(0).asLong(), counts, within);
  }
}
