// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.backtest;

/** What a backtest asks for. */
public enum Task {
  /** A whole day, when the day before it has ended. */
  DAY_AHEAD("day_ahead"),
  /** The rest of a day, at a fixed time within it. */
  INTRADAY("intraday");

  private final String wire;

  Task(String wire) {
    this.wire = wire;
  }

  /** As it is written into tables. */
  public String wire() {
    return wire;
  }
}
