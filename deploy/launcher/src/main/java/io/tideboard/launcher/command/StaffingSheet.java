// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.core.staffing.StaffingNeed;
import io.tideboard.core.staffing.StaffingTerms;
import io.tideboard.core.staffing.WaitingModel;
import io.tideboard.core.staffing.Workload;
import java.util.Locale;

/**
 * What {@code staffing} prints. A figure of which there is none, such as the mean wait where the
 * line grows for ever, is null in JSON and a dash in the table.
 *
 * @param agents whose figures are told
 */
record StaffingSheet(
    Workload work, StaffingTerms terms, StaffingNeed need, double agents, WaitingModel model) {

  private static final JsonMapper JSON = new JsonMapper();

  String json() {
    ObjectNode sheet = JSON.createObjectNode();
    sheet.put("requiredAgents", need.requiredAgents());
    sheet.put("scheduledAgents", need.scheduledAgents());
    put(sheet, "agents", agents);
    put(sheet, "serviceLevel", serviceLevel());
    put(sheet, "asaSeconds", model.meanWaitSeconds());
    put(sheet, "occupancy", model.occupancy());
    put(sheet, "abandonRate", model.abandonRate());
    put(sheet, "probabilityOfWait", model.probabilityOfWait());
    put(sheet, "answeredWaitSeconds", model.waitOfAnsweredSeconds());
    put(sheet, "queueLength", model.queueLength());
    put(sheet, "offeredLoad", work.load());
    sheet.put("stable", model.stable());
    return sheet.toString();
  }

  private static void put(ObjectNode sheet, String name, double value) {
    if (!Double.isFinite(value)) {
      sheet.putNull(name);
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      sheet.put(name, (long) value);
    } else {
      sheet.put(name, value);
    }
  }

  String table() {
    StringBuilder text = new StringBuilder();
    row(text, "offered load", number(work.load(), "%.2f") + " erlangs");
    row(text, "required agents", String.valueOf(need.requiredAgents()));
    row(text, "scheduled agents", String.valueOf(need.scheduledAgents()));
    text.append("with ").append(number(agents, "%.10g")).append(" at work").append('\n');
    row(
        text,
        "service level",
        percent(serviceLevel())
            + " within "
            + number(terms.goal().thresholdSeconds(), "%.1f")
            + " s");
    row(text, "mean wait", seconds(model.meanWaitSeconds()));
    row(text, "mean wait of answered", seconds(model.waitOfAnsweredSeconds()));
    row(text, "has to wait", percent(model.probabilityOfWait()));
    row(text, "gives up", percent(model.abandonRate()));
    row(text, "occupancy", percent(model.occupancy()));
    text.append(model.stable() ? "" : "Overload: the line grows for ever.\n");
    return text.toString().stripTrailing();
  }

  private double serviceLevel() {
    return model.serviceLevel(terms.goal().thresholdSeconds());
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-22s %s%n", name, value));
  }

  private static String percent(double share) {
    return number(100 * share, "%.2f") + (Double.isFinite(share) ? " %" : "");
  }

  private static String seconds(double seconds) {
    return number(seconds, "%.2f") + (Double.isFinite(seconds) ? " s" : "");
  }

  private static String number(double value, String format) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    boolean whole = format.endsWith("g") && value == Math.rint(value);
    return whole ? String.valueOf((long) value) : String.format(Locale.ROOT, format, value);
  }
}
