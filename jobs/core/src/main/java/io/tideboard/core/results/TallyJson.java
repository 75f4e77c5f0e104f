// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.WaitHistogram;
import java.io.IOException;

/** A tally as JSON: the measures that are not 0, and the waits as {@code [micros, count]} pairs. */
final class TallyJson {

  private TallyJson() {}

  static void write(String field, QueueTally tally, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    for (Measure measure : Measure.values()) {
      if (tally.get(measure) != 0) {
        json.writeNumberField(measure.wire(), tally.get(measure));
      }
    }
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

  static QueueTally read(JsonNode json) {
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
}
