// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import io.tideboard.events.AgentState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The state of a contact at an agent, and what it makes of the agent. */
enum ContactState {
  /** Nothing that keeps the agent: also states of later versions. */
  OTHER(0, AgentState.AVAILABLE),
  OFFERED(1, AgentState.BUSY),
  /** The conversation is over, and the contact still there: after-contact work. */
  ENDED(2, AgentState.WRAP_UP),
  REJECTED(3, AgentState.AWAY),
  MISSED(4, AgentState.AWAY),
  ERROR(5, AgentState.AWAY),
  ON_HOLD(6, AgentState.BUSY),
  CONNECTED(7, AgentState.BUSY);

  private final int rank;
  private final AgentState agentState;

  ContactState(int rank, AgentState agentState) {
    this.rank = rank;
    this.agentState = agentState;
  }

  static ContactState of(@Nullable String state) {
    return switch (state == null ? "" : state.toUpperCase(Locale.ROOT)) {
      case "INCOMING", "PENDING", "CONNECTING" -> OFFERED;
      case "CONNECTED", "PAUSED" -> CONNECTED;
      case "CONNECTED_ONHOLD" -> ON_HOLD;
      case "MISSED" -> MISSED;
      case "REJECTED" -> REJECTED;
      case "ERROR" -> ERROR;
      case "ENDED" -> ENDED;
      default -> OTHER;
    };
  }

  /** Which of several contacts decides what the agent is doing: the greatest. */
  int rank() {
    return rank;
  }

  AgentState agentState() {
    return agentState;
  }

  /** Whether the agent is with the customer. */
  boolean withCustomer() {
    return this == CONNECTED || this == ON_HOLD;
  }
}
