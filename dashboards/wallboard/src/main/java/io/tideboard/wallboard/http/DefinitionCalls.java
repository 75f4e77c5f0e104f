// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.core.agents.TeamKpi;
import io.tideboard.core.tally.Kpi;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Locale;

/** {@code /api/v1/definitions}: what every figure of the KPI block and of the page means. */
final class DefinitionCalls {

  void mount(Router router) {
    router.get("/api/v1/definitions").handler(this::definitions);
  }

  private void definitions(RoutingContext request) {
    Query.of(request);
    Answers.json(
        request,
        json -> {
          json.writeArrayFieldStart("definitions");
          for (Kpi kpi : Kpi.values()) {
            String unit = kpi.unit().name().toLowerCase(Locale.ROOT);
            write(json, kpi.wire(), unit, kpi.definition());
          }
          for (TeamKpi kpi : TeamKpi.values()) {
            write(json, kpi.wire(), kpi.unit(), kpi.definition());
          }
          json.writeEndArray();
          json.writeArrayFieldStart("live");
          for (LiveFigure figure : LiveFigure.values()) {
            write(json, figure.wire(), figure.unit(), figure.definition());
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, String name, String unit, String definition)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("unit", unit);
    json.writeStringField("definition", definition);
    json.writeEndObject();
  }
}
