// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.AgentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One agent as far as was told. Plain fields, as in {@link Call}. */
final class Agent {

  /** The agent's place in one queue. */
  static final class Membership {
    boolean paused;
    @Nullable String reason;

    /** The state of the device; 0 where nobody says. */
    int device;
  }

  Map<String, Membership> queues = new TreeMap<>();
  boolean pausedEverywhere;
  boolean loggedOff;
  @Nullable String reason;
  int serving;

  /** Seconds of after-call work that are this agent's own; 0 where the queue decides. */
  long ownWrapUp;

  long wrapsUpUntil;
  @Nullable AgentState told;
  @Nullable String toldReason;
  List<String> toldQueues = new ArrayList<>();
  long toldSince;

  AgentState state(long now, AsteriskOptions options) {
    if (loggedOff) {
      return AgentState.OFFLINE;
    }
    if (serving > 0 || queues.values().stream().anyMatch(m -> Devices.busy(m.device))) {
      return AgentState.BUSY;
    }
    if (wrapsUpUntil > now) {
      return AgentState.WRAP_UP;
    }
    if (paused()) {
      return options.paused(pauseReason());
    }
    boolean unreachable =
        !queues.isEmpty() && queues.values().stream().allMatch(m -> Devices.gone(m.device));
    return unreachable ? AgentState.OFFLINE : AgentState.AVAILABLE;
  }

  boolean paused() {
    return pausedEverywhere
        || (!queues.isEmpty() && queues.values().stream().allMatch(m -> m.paused));
  }

  @Nullable String pauseReason() {
    if (pausedEverywhere) {
      return reason;
    }
    return queues.values().stream()
        .map(m -> m.reason)
        .filter(each -> each != null)
        .findFirst()
        .orElse(null);
  }

  /** The queues in which the agent is not paused. */
  List<String> serves() {
    return queues.entrySet().stream()
        .filter(each -> !each.getValue().paused)
        .map(Map.Entry::getKey)
        .limit(256)
        .toList();
  }
}
