// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import io.tideboard.events.AgentState;
import java.util.Locale;

/** What presences and routing statuses mean. */
final class Presence {

  private Presence() {}

  /**
   * A presence, as the platform or its screen spells it. "Available" is off queue in Genesys: no
   * contact of a queue is routed there. Whoever takes contacts is "On Queue".
   */
  static AgentState state(String presence) {
    return switch (key(presence)) {
      case "ONQUEUE" -> AgentState.AVAILABLE;
      case "BUSY" -> AgentState.BUSY;
      case "BREAK", "MEAL" -> AgentState.BREAK;
      case "TRAINING" -> AgentState.TRAINING;
      case "MEETING" -> AgentState.MEETING;
      case "OFFLINE" -> AgentState.OFFLINE;
      default -> AgentState.AWAY;
    };
  }

  /** A routing status. */
  static AgentState routed(String status) {
    return switch (key(status)) {
      case "IDLE" -> AgentState.AVAILABLE;
      case "INTERACTING", "COMMUNICATING" -> AgentState.BUSY;
      default -> AgentState.AWAY;
    };
  }

  static boolean isOffQueue(String status) {
    return key(status).equals("OFFQUEUE");
  }

  private static String key(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[ _-]", "");
  }
}
