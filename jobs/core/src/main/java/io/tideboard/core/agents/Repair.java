// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.events.WireName;

/** What was put right of what was told of agents. */
public enum Repair implements WireName {
  /** A platform's own list told a state that no event had told. */
  MISSED_STATE,
  /** An agent whom the platform's own list names no more was still signed in. */
  GHOST,
  /** A shift ran longer than any does: the sign-off was forgotten. */
  FORGOTTEN_SIGN_OFF,
  /** What came later than is allowed, and was left out. */
  TOO_LATE
}
