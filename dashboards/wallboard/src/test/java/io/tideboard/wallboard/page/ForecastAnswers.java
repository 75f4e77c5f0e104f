// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;

/** A forecast of a working day, as the API answers it, in place of the API's own answer. */
final class ForecastAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Instant OPENING = Instant.parse("2026-03-02T08:00:00Z");
  private static final int QUARTERS = 46;

  private ForecastAnswers() {}

  static void on(Page page) {
    page.route("**/api/v1/forecasts?*", route -> answer(route, forecasts()));
    page.route("**/api/v1/staffing?*", route -> answer(route, staffing(route.request().url())));
  }

  private static void answer(Route route, ObjectNode body) {
    route.fulfill(
        new Route.FulfillOptions().setContentType("application/json").setBody(body.toString()));
  }

  private static ObjectNode forecasts() {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode rows = answer.putArray("forecasts");
    for (int i = 0; i < QUARTERS; i++) {
      rows.add(row(OPENING.plus(QUARTER.multipliedBy(i)), 8 + i / 4.0, i));
    }
    return answer;
  }

  private static ObjectNode row(Instant start, double hour, int i) {
    double expected = 116 * bell(hour, 11.5, 1.8) + 82 * bell(hour, 15.3, 1.9) + 3;
    double off = 1.28 * Math.sqrt(2.2 * expected + expected * expected / 180);
    int needed = (int) Math.ceil(expected * 312 / 900 * 1.12 + 1);
    boolean over = !start.plus(QUARTER).isAfter(Afternoon.NOW);
    ObjectNode row = JSON.createObjectNode();
    row.put("queue", "Support").put("channel", "voice").put("start", start.toString());
    row.put("minutes", 15).put("p50", expected).put("p10", Math.max(0, expected - off));
    row.put("p90", expected + off).put("morning", expected * 0.94).put("ahtSeconds", 312);
    row.put("requiredAgents", needed).put("scheduledAgents", needed + (i % 9 == 3 ? -1 : 3));
    row.put("expectedServiceLevel", i % 9 == 3 ? 0.76 : 0.9);
    row.put("issuedAt", Afternoon.NOW.toString());
    if (over) {
      row.put("actual", Math.round(expected * (1 + 0.06 * Math.sin(1.9 * i))));
    }
    return row;
  }

  private static ObjectNode staffing(String url) {
    int agents = Integer.parseInt(url.replaceAll(".*[?&]agents=(\\d+).*", "$1"));
    ObjectNode answer = JSON.createObjectNode();
    answer.put("serviceLevel", Math.min(1, agents / 45.0)).put("asaSeconds", 600.0 / (agents + 1));
    return answer.put("abandonRate", 0.02).put("occupancy", 0.81);
  }

  private static double bell(double at, double middle, double width) {
    return Math.exp(-Math.pow((at - middle) / width, 2) / 2);
  }
}
