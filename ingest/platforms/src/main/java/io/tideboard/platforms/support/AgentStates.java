// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import io.tideboard.events.AgentState;
import io.tideboard.events.Limits;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the names that centers give to their agents' states mean. */
public final class AgentStates {

  /** The first that occurs in the name decides: "unavailable" before "available". */
  private static final List<Map.Entry<String, AgentState>> WORDS =
      List.of(
          Map.entry("offline", AgentState.OFFLINE),
          Map.entry("logged out", AgentState.OFFLINE),
          Map.entry("unavailable", AgentState.AWAY),
          Map.entry("not available", AgentState.AWAY),
          Map.entry("not ready", AgentState.AWAY),
          Map.entry("wrap", AgentState.WRAP_UP),
          Map.entry("after call", AgentState.WRAP_UP),
          Map.entry("after-call", AgentState.WRAP_UP),
          Map.entry("after contact", AgentState.WRAP_UP),
          Map.entry("after-contact", AgentState.WRAP_UP),
          Map.entry("acw", AgentState.WRAP_UP),
          Map.entry("break", AgentState.BREAK),
          Map.entry("lunch", AgentState.BREAK),
          Map.entry("meal", AgentState.BREAK),
          Map.entry("train", AgentState.TRAINING),
          Map.entry("coach", AgentState.TRAINING),
          Map.entry("meeting", AgentState.MEETING),
          Map.entry("busy", AgentState.BUSY),
          Map.entry("reserved", AgentState.BUSY),
          Map.entry("on call", AgentState.BUSY),
          Map.entry("on contact", AgentState.BUSY),
          Map.entry("away", AgentState.AWAY),
          Map.entry("available", AgentState.AVAILABLE),
          Map.entry("ready", AgentState.AVAILABLE),
          Map.entry("idle", AgentState.AVAILABLE),
          Map.entry("online", AgentState.AVAILABLE));

  private AgentStates() {}

  /** The state that such a name says; a name that says nothing is a kind of being away. */
  public static AgentState named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, AgentState> word : WORDS) {
      if (lower.contains(word.getKey())) {
        return word.getValue();
      }
    }
    return AgentState.AWAY;
  }

  /** The name as a reason: cut to what a reason may have. */
  public static String reason(String name) {
    if (name.length() <= Limits.NAME) {
      return name;
    }
    boolean splitsPair = Character.isHighSurrogate(name.charAt(Limits.NAME - 1));
    return name.substring(0, splitsPair ? Limits.NAME - 1 : Limits.NAME);
  }
}
