// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.AgentLine;

/** What is kept of one agent. Live state, and so mutable. */
public final class AgentEntry {

  /** No timer is set. */
  static final long NONE = Long.MAX_VALUE;

  private final AgentLine line;
  private long timerAt;

  AgentEntry(AgentLine line, long timerAt) {
    this.line = line;
    this.timerAt = timerAt;
  }

  AgentLine line() {
    return line;
  }

  /** When the one timer is due that is set for the agent, in milliseconds, or {@link #NONE}. */
  long timerAt() {
    return timerAt;
  }

  void timerAt(long millis) {
    timerAt = millis;
  }
}
