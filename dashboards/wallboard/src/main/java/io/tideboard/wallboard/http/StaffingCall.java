// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.planning.ForecastJson;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.staffing.Staffing;
import io.tideboard.core.staffing.StaffingNeed;
import io.tideboard.core.staffing.StaffingTerms;
import io.tideboard.core.staffing.WaitingModel;
import io.tideboard.core.staffing.Workload;
import io.tideboard.wallboard.board.Board;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;

/**
 * {@code /api/v1/staffing}: what if. What is not given is taken from the queue's definition, from
 * the forecast of the interval that is asked about, and from what was measured.
 */
final class StaffingCall {

  private final Board board;
  private final QueueDefinitions catalog;

  StaffingCall(Board board, QueueDefinitions catalog) {
    this.board = board;
    this.catalog = catalog;
  }

  void mount(Router router) {
    router.get("/api/v1/staffing").handler(this::staffing);
  }

  private void staffing(RoutingContext request) {
    StaffingQuestion asked = StaffingQuestion.of(request, board, catalog);
    Workload work = asked.work();
    StaffingTerms terms = asked.terms();
    StaffingNeed need = Staffing.need(work, terms);
    double agents = asked.agents(need);
    WaitingModel model = Staffing.at(work, terms, agents);
    Answers.json(
        request,
        json -> {
          json.writeStringField("queue", asked.key().queue());
          json.writeStringField("channel", asked.key().channel());
          json.writeStringField("start", Micros.instant(asked.start()).toString());
          question(json, work, terms);
          json.writeNumberField("requiredAgents", need.requiredAgents());
          json.writeNumberField("scheduledAgents", need.scheduledAgents());
          ForecastJson.number(json, "agents", agents);
          double threshold = terms.goal().thresholdSeconds();
          ForecastJson.number(json, "serviceLevel", model.serviceLevel(threshold));
          ForecastJson.number(json, "asaSeconds", model.meanWaitSeconds());
          ForecastJson.number(json, "occupancy", model.occupancy());
          ForecastJson.number(json, "abandonRate", model.abandonRate());
          ForecastJson.number(json, "probabilityOfWait", model.probabilityOfWait());
          json.writeBooleanField("stable", model.stable());
        });
  }

  /** What was answered, with what was not given filled in. */
  private static void question(JsonGenerator json, Workload work, StaffingTerms terms)
      throws IOException {
    ForecastJson.number(json, "contacts", work.contacts());
    ForecastJson.number(json, "intervalSeconds", work.intervalSeconds());
    ForecastJson.number(json, "ahtSeconds", work.ahtSeconds());
    ForecastJson.number(json, "patienceSeconds", terms.patienceSeconds());
    ForecastJson.number(json, "thresholdSeconds", terms.goal().thresholdSeconds());
    ForecastJson.number(json, "target", terms.goal().target());
    ForecastJson.number(json, "concurrency", terms.working().concurrency());
    ForecastJson.number(json, "shrinkage", terms.working().shrinkage());
    ForecastJson.number(json, "maxOccupancy", terms.working().maxOccupancy());
  }
}
