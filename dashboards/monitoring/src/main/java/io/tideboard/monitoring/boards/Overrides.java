// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What differs of single queries of a panel: columns have names and units, limits are dashed. */
final class Overrides {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Overrides() {}

  static ArrayNode of(Panel panel) {
    ArrayNode overrides = JSON.arrayNode();
    for (int i = 0; i < panel.queries.size(); i++) {
      Query query = panel.queries.get(i);
      String refId = PanelJson.refId(i + 1);
      switch (query.role()) {
        case COLUMN -> column(overrides, refId, query);
        case LIMIT -> limit(overrides, refId);
        case FIGURE -> {}
      }
    }
    return overrides;
  }

  private static void column(ArrayNode overrides, String refId, Query query) {
    ArrayNode properties = properties(overrides, "byName", "Value #" + refId);
    properties.addObject().put("id", "displayName").put("value", query.legend());
    properties.addObject().put("id", "unit").put("value", query.unit());
  }

  private static void limit(ArrayNode overrides, String refId) {
    ArrayNode properties = properties(overrides, "byFrameRefID", refId);
    ObjectNode dashed = properties.addObject().put("id", "custom.lineStyle").putObject("value");
    dashed.put("fill", "dash").putArray("dash").add(8).add(8);
    properties.addObject().put("id", "custom.fillOpacity").put("value", 0);
  }

  private static ArrayNode properties(ArrayNode overrides, String matcher, String value) {
    ObjectNode override = overrides.addObject();
    override.putObject("matcher").put("id", matcher).put("options", value);
    return override.putArray("properties");
  }
}
