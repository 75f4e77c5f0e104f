// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.DurationHistogram;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.core.tally.Quantile;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import java.io.IOException;

/**
 * Counts as JSON: the measures that are not 0, and the durations: of a tally every bucket, as pairs
 * of microseconds and count; of published counts only the quantiles that are told.
 */
final class TallyJson {

  private TallyJson() {}

  static void write(String field, QueueTally tally, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    measures(tally, json);
    for (Sample sample : Sample.values()) {
      DurationHistogram histogram = tally.sample(sample);
      if (!histogram.isEmpty()) {
        json.writeArrayFieldStart(sample.wire());
        for (DurationHistogram.Bucket bucket : histogram.buckets()) {
          json.writeNumber(bucket.bound());
          json.writeNumber(bucket.count());
        }
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  static QueueTally readTally(JsonNode json) {
    QueueTally tally = new QueueTally();
    for (Measure measure : Measure.values()) {
      tally.add(measure, json.path(measure.wire()).asLong());
    }
    for (Sample sample : Sample.values()) {
      JsonNode pairs = json.path(sample.wire());
      for (int i = 0; i + 1 < pairs.size(); i += 2) {
        tally.add(sample, pairs.get(i).asLong(), pairs.get(i + 1).asLong());
      }
    }
    return tally;
  }

  static void write(String field, PeriodCounts counts, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    measures(counts, json);
    for (Quantile which : Quantile.values()) {
      if (counts.quantile(which) >= 0) {
        json.writeNumberField(which.wire(), counts.quantile(which));
      }
    }
    json.writeEndObject();
  }

  static PeriodCounts readCounts(JsonNode json) {
    return PeriodCounts.of(
        measure -> json.path(measure.wire()).asLong(), which -> json.path(which.wire()).asLong(-1));
  }

  private static void measures(Counted counted, JsonGenerator json) throws IOException {
    for (Measure measure : Measure.values()) {
      if (counted.get(measure) != 0) {
        json.writeNumberField(measure.wire(), counted.get(measure));
      }
    }
  }
}
