// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.planning.Accuracy;
import io.tideboard.core.planning.ForecastJson;
import io.tideboard.core.planning.ForecastRow;
import io.tideboard.core.planning.Intraday;
import io.tideboard.core.planning.Lead;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.wallboard.table.ForecastTable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Forecasts as the API's JSON. */
final class ForecastWriter {

  /** By so much accuracy is judged. */
  private static final long JUDGED = 28L * 24 * 3600 * Micros.SECOND;

  private static final long MORE_THAN_A_DAY = 36L * 3600 * Micros.SECOND;

  private ForecastWriter() {}

  static void rows(JsonGenerator json, Iterator<ForecastRow> rows) throws IOException {
    json.writeArrayFieldStart("forecasts");
    while (rows.hasNext()) {
      ForecastRow row = rows.next();
      json.writeStartObject();
      ForecastJson.fields(json, row);
      ForecastJson.number(json, "morning", row.leads().day());
      ForecastJson.integer(json, "staffingGap", row.need().gap());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** How the present day goes, and how good forecasts have been. */
  static void days(JsonGenerator json, ForecastTable table, List<QueueKey> keys, Day day)
      throws IOException {
    json.writeArrayFieldStart("days");
    for (QueueKey key : keys) {
      json.writeStartObject();
      json.writeStringField("queue", key.queue());
      json.writeStringField("channel", key.channel());
      long from = day.start(key.queue());
      long to = day.end(key.queue());
      today(json, Intraday.of(table.rows(key, from, to).toList(), day.now()));
      json.writeArrayFieldStart("accuracy");
      for (Lead lead : Lead.values()) {
        accuracy(json, table, key, lead, day);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void today(JsonGenerator json, Intraday today) throws IOException {
    ForecastJson.number(json, "contactsSoFar", today.contacts());
    ForecastJson.number(json, "forecastSoFar", today.forecast());
    ForecastJson.number(json, "variance", today.variance());
    ForecastJson.number(json, "expectedContacts", today.expected());
    ForecastJson.number(json, "projectedServiceLevel", today.projectedServiceLevel());
    ForecastJson.integer(json, "shortIntervals", today.shortIntervals());
    json.writeNumberField("worstGap", today.worstGap());
  }

  private static void accuracy(
      JsonGenerator json, ForecastTable table, QueueKey key, Lead lead, Day day)
      throws IOException {
    Accuracy accuracy = new Accuracy(lead);
    table.rows(key, day.now() - JUDGED, day.now()).forEach(accuracy::take);
    json.writeStartObject();
    json.writeStringField("lead", lead.wire());
    json.writeNumberField("intervals", accuracy.intervals());
    ForecastJson.number(json, "wape", accuracy.wape());
    ForecastJson.number(json, "bias", accuracy.bias());
    json.writeEndObject();
  }

  /**
   * The present day of every queue.
   *
   * @param now in microseconds, of the stream
   */
  record Day(QueueDefinitions catalog, long now) {

    long start(String queue) {
      return catalog.of(queue).calendar().dayStart(now);
    }

    long end(String queue) {
      return catalog.of(queue).calendar().dayStart(start(queue) + MORE_THAN_A_DAY);
    }
  }
}
