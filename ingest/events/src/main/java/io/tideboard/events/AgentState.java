// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

/** What an agent is doing, from an instant on. */
public enum AgentState implements WireName {
  AVAILABLE,
  BUSY,
  WRAP_UP,
  BREAK,
  TRAINING,
  MEETING,
  AWAY,
  OFFLINE
}
