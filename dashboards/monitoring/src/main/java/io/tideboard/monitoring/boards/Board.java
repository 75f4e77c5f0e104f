// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import java.util.ArrayList;
import java.util.List;

/**
 * A board: who looks at it, by which variables, and its rows.
 *
 * @param name of its file, and its identifier in Grafana, behind {@code tideboard-}
 */
record Board(
    String name, String title, String description, List<Variable> variables, List<Row> rows) {

  /** Panels under a heading. */
  record Row(String title, List<Panel> panels) {}

  /** A board without rows yet. */
  static Board of(String name, String title, String description) {
    return new Board(name, title, description, new ArrayList<>(), new ArrayList<>());
  }

  Board by(Variable... chosen) {
    variables.addAll(List.of(chosen));
    return this;
  }

  Board row(String heading, Panel... panels) {
    rows.add(new Row(heading, List.of(panels)));
    return this;
  }
}
