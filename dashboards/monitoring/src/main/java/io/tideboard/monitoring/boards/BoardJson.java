// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A board in Grafana's own form, from version 10 on. */
final class BoardJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int SCHEMA_VERSION = 39;
  private static final String DATASOURCE = "datasource";

  private BoardJson() {}

  static ObjectNode of(Board board) {
    ObjectNode json = JSON.objectNode();
    json.put("uid", "tideboard-" + board.name())
        .put("title", board.title())
        .put("description", board.description())
        .put("schemaVersion", SCHEMA_VERSION)
        .put("version", 1)
        // Changed here, not there: the next start would undo it.
        .put("editable", false)
        .put("graphTooltip", 1)
        .put("refresh", "5s")
        .put("timezone", "browser");
    json.putArray("tags").add("tideboard");
    json.putObject("time").put("from", "now-1h").put("to", "now");
    json.set("annotations", annotations());
    json.putArray("links").add(links());
    json.putObject("templating").set("list", variables(board));
    json.set("panels", panels(board));
    return json;
  }

  /** Which data source: whoever looks chooses, no board names one. */
  static ObjectNode datasource() {
    return JSON.objectNode().put("type", "prometheus").put("uid", "${datasource}");
  }

  private static ObjectNode annotations() {
    ObjectNode pages =
        JSON.objectNode()
            .put("name", "Pages")
            .put("enable", true)
            .put("iconColor", "red")
            .put(
                "expr",
                "ALERTS{alertname=~\"Tideboard.*\", alertstate=\"firing\", severity=\"page\"}")
            .put("step", "15s")
            .put("titleFormat", "{{alertname}} {{queue}} {{channel}}");
    pages.set(DATASOURCE, datasource());
    ObjectNode annotations = JSON.objectNode();
    annotations.putArray("list").add(pages);
    return annotations;
  }

  private static ObjectNode links() {
    ObjectNode link =
        JSON.objectNode()
            .put("title", "Tideboard")
            .put("type", "dashboards")
            .put("asDropdown", true)
            .put("includeVars", true)
            .put("keepTime", true);
    link.putArray("tags").add("tideboard");
    return link;
  }

  private static ArrayNode variables(Board board) {
    ArrayNode list = JSON.arrayNode();
    list.addObject()
        .put("name", DATASOURCE)
        .put("label", "Data source")
        .put("type", "datasource")
        .put("query", "prometheus")
        .put("refresh", 1);
    for (Variable variable : board.variables()) {
      ObjectNode json =
          list.addObject()
              .put("name", variable.name())
              .put("label", variable.label())
              .put("type", "query")
              .put("query", variable.query())
              .put("definition", variable.query())
              // When the time range changes: queues come and go.
              .put("refresh", 2)
              .put("sort", 1)
              .put("multi", variable.many())
              .put("includeAll", variable.many());
      if (variable.many()) {
        json.put("allValue", ".*");
        json.putObject("current").put("text", "All").put("value", "$__all").put("selected", true);
      }
      json.set(DATASOURCE, datasource());
    }
    return list;
  }

  private static ArrayNode panels(Board board) {
    ArrayNode panels = JSON.arrayNode();
    Layout layout = new Layout();
    int id = 0;
    for (Board.Row row : board.rows()) {
      ObjectNode heading =
          panels.addObject().put("id", ++id).put("type", "row").put("title", row.title());
      heading.put("collapsed", false).putArray("panels");
      heading.set("gridPos", layout.heading());
      for (Panel panel : row.panels()) {
        ObjectNode json = PanelJson.of(panel);
        json.put("id", ++id).set("gridPos", layout.place(panel));
        panels.add(json);
      }
    }
    return panels;
  }
}
