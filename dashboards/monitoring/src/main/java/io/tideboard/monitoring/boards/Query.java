// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

/**
 * What a panel asks.
 *
 * @param legend what a line or column is called; labels in double braces
 * @param expression in PromQL, with Grafana's variables
 * @param role how it is drawn
 * @param unit of a column, where it is another than the panel's; else empty
 */
record Query(String legend, String expression, Role role, String unit) {

  /** How the answer is drawn. */
  enum Role {
    FIGURE,
    /** What an alert rule compares the figure with: a dashed line. */
    LIMIT,
    COLUMN
  }
}
