// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import java.util.ArrayList;
import java.util.List;

/** One panel of a board: what it shows, in which unit, and what it tells whoever looks. */
final class Panel {

  /** Grafana's panels that are used here. */
  enum Kind {
    STAT("stat"),
    SERIES("timeseries"),
    TABLE("table"),
    HEATMAP("heatmap"),
    STATES("state-timeline");

    final String wire;

    Kind(String wire) {
      this.wire = wire;
    }
  }

  private static final int THIRD = 8;
  private static final int HALF = 12;
  private static final int SIXTH = 4;
  static final int WHOLE = 24;

  final Kind kind;
  final String title;
  final String description;
  final List<Query> queries = new ArrayList<>();
  String unit = "short";
  boolean share;
  boolean stacked;
  int width;
  int height;

  private Panel(Kind kind, String title, String description) {
    this.kind = kind;
    this.title = title;
    this.description = description;
    this.width = kind == Kind.STAT ? SIXTH : THIRD;
    this.height = kind == Kind.STAT ? 4 : THIRD;
  }

  /** One number, with its recent course behind it. */
  static Panel stat(String title, String description) {
    return new Panel(Kind.STAT, title, description);
  }

  /** Lines over time. */
  static Panel series(String title, String description) {
    return new Panel(Kind.SERIES, title, description);
  }

  /** A row for every queue and channel, or what else the columns have in common. */
  static Panel table(String title, String description) {
    return new Panel(Kind.TABLE, title, description).wide(WHOLE);
  }

  /** How often which length was, over time. */
  static Panel heatmap(String title, String description) {
    return new Panel(Kind.HEATMAP, title, description);
  }

  /** From when to when something was the case. */
  static Panel states(String title, String description) {
    return new Panel(Kind.STATES, title, description).wide(WHOLE);
  }

  /** By Grafana's name of it: {@code s}, {@code bytes}, {@code reqps}. */
  Panel unit(String unit) {
    this.unit = unit;
    return this;
  }

  /** A share, from 0 to 100 %. */
  Panel share() {
    this.share = true;
    return unit("percentunit");
  }

  /** Lines that add up. */
  Panel stacked() {
    this.stacked = true;
    return this;
  }

  Panel half() {
    return wide(HALF);
  }

  private Panel wide(int columns) {
    this.width = columns;
    return this;
  }

  Panel query(String legend, String expression) {
    return add(legend, expression, Query.Role.FIGURE, "");
  }

  /** A line at which an alert rule draws the limit. */
  Panel limit(String legend, String expression) {
    return add(legend, expression, Query.Role.LIMIT, "");
  }

  /** A column of a table. */
  Panel column(String title, String unit, String expression) {
    return add(title, expression, Query.Role.COLUMN, unit);
  }

  private Panel add(String legend, String expression, Query.Role role, String unit) {
    queries.add(new Query(legend, expression, role, unit));
    return this;
  }
}
