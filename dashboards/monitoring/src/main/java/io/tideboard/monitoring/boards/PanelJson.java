// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A panel in Grafana's own form; id and place are added by its board. */
final class PanelJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String OPTIONS = "options";

  private PanelJson() {}

  static ObjectNode of(Panel panel) {
    ObjectNode json =
        JSON.objectNode()
            .put("type", panel.kind.wire)
            .put("title", panel.title)
            .put("description", panel.description);
    json.set("datasource", BoardJson.datasource());
    json.set("fieldConfig", fields(panel));
    json.set(OPTIONS, options(panel));
    json.set("targets", targets(panel));
    if (panel.kind == Panel.Kind.TABLE) {
      json.set("transformations", merged());
    }
    return json;
  }

  private static ObjectNode fields(Panel panel) {
    ObjectNode fields = JSON.objectNode();
    ObjectNode defaults = fields.putObject("defaults").put("unit", panel.unit);
    // As on the wallboard: where there is no data, there is no number.
    defaults.put("noValue", "–");
    if (panel.share) {
      defaults.put("min", 0).put("max", 1);
    }
    ObjectNode custom = defaults.putObject("custom");
    if (panel.kind == Panel.Kind.SERIES) {
      custom.put("lineWidth", 1).put("fillOpacity", panel.stacked ? 30 : 5);
      custom.put("showPoints", "never").put("spanNulls", false);
      custom.putObject("stacking").put("mode", panel.stacked ? "normal" : "none");
    }
    fields.set("overrides", Overrides.of(panel));
    return fields;
  }

  private static ObjectNode options(Panel panel) {
    ObjectNode options = JSON.objectNode();
    switch (panel.kind) {
      case STAT -> {
        ObjectNode reduced = options.putObject("reduceOptions").put("values", false);
        reduced.putArray("calcs").add("lastNotNull");
        options.put("colorMode", "none").put("graphMode", "area").put("textMode", "value");
      }
      case SERIES -> {
        options
            .putObject("legend")
            .put("displayMode", "list")
            .put("placement", "bottom")
            .put("showLegend", true);
        options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
      }
      case TABLE -> {
        options.put("showHeader", true);
        options
            .putArray("sortBy")
            .addObject()
            .put("displayName", panel.queries.get(0).legend())
            .put("desc", true);
      }
      case HEATMAP -> {
        options.put("calculate", false);
        options.putObject("yAxis").put("unit", panel.unit);
        options.putObject("color").put("mode", "scheme").put("scheme", "Blues");
      }
      case STATES -> options.put("showValue", "never").put("mergeValues", true);
    }
    return options;
  }

  private static ArrayNode targets(Panel panel) {
    ArrayNode targets = JSON.arrayNode();
    for (Query query : panel.queries) {
      boolean column = query.role() == Query.Role.COLUMN;
      ObjectNode target =
          targets
              .addObject()
              .put("refId", refId(targets.size()))
              .put("expr", query.expression())
              .put("legendFormat", query.legend())
              .put("instant", column)
              .put("range", !column)
              .put("format", format(panel));
      target.set("datasource", BoardJson.datasource());
    }
    return targets;
  }

  private static String format(Panel panel) {
    return switch (panel.kind) {
      case TABLE -> "table";
      case HEATMAP -> "heatmap";
      case STAT, SERIES, STATES -> "time_series";
    };
  }

  /** Queries are told apart by letters. */
  static String refId(int number) {
    return String.valueOf((char) ('A' + number - 1));
  }

  private static ArrayNode merged() {
    ArrayNode steps = JSON.arrayNode();
    steps.addObject().put("id", "merge").putObject(OPTIONS);
    ObjectNode organize = steps.addObject().put("id", "organize").putObject(OPTIONS);
    organize.putObject("excludeByName").put("Time", true);
    return steps;
  }
}
