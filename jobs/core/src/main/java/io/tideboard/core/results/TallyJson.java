// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.WaitHistogram;
import io.tideboard.core.tally.WaitShare;
import java.io.IOException;

/**
 * Counts as JSON: the measures that are not 0, and the waits: of a tally every bucket, as pairs of
 * microseconds and count; of published counts only the shares that are told.
 */
final class TallyJson {

  private TallyJson() {}

  static void write(String field, QueueTally tally, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    measures(tally, json);
    if (!tally.waits().isEmpty()) {
      json.writeArrayFieldStart("waits");
      for (WaitHistogram.Bucket bucket : tally.waits().buckets()) {
        json.writeNumber(bucket.lowest());
        json.writeNumber(bucket.count());
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  static QueueTally readTally(JsonNode json) {
    QueueTally tally = new QueueTally();
    for (Measure measure : Measure.values()) {
      tally.add(measure, json.path(measure.wire()).asLong());
    }
    JsonNode waits = json.path("waits");
    for (int i = 0; i + 1 < waits.size(); i += 2) {
      tally.addWait(waits.get(i).asLong(), waits.get(i + 1).asLong());
    }
    return tally;
  }

  static void write(String field, PeriodCounts counts, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    measures(counts, json);
    for (WaitShare share : WaitShare.values()) {
      if (counts.wait(share) >= 0) {
        json.writeNumberField(name(share), counts.wait(share));
      }
    }
    json.writeEndObject();
  }

  static PeriodCounts readCounts(JsonNode json) {
    return PeriodCounts.of(
        measure -> json.path(measure.wire()).asLong(), share -> json.path(name(share)).asLong(-1));
  }

  private static void measures(Counted counted, JsonGenerator json) throws IOException {
    for (Measure measure : Measure.values()) {
      if (counted.get(measure) != 0) {
        json.writeNumberField(measure.wire(), counted.get(measure));
      }
    }
  }

  private static String name(WaitShare share) {
    return switch (share) {
      case P50 -> "waitP50Micros";
      case P90 -> "waitP90Micros";
      case MAX -> "waitMaxMicros";
    };
  }
}
