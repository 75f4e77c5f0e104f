// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.events.AgentState;

/** As what an agent counts in a team. */
enum TeamKind {
  AVAILABLE,
  BUSY,
  WRAP_UP,
  BREAK,
  TRAINING,
  MEETING,
  AWAY,
  /** With a contact, without having signed in: shown as busy, in no time. */
  NOT_SIGNED_IN,
  /** Not there. */
  NONE;

  private static final TeamKind[] KINDS = values();

  static TeamKind of(Activity activity) {
    if (activity.signedIn()) {
      return KINDS[activity.state().ordinal()];
    }
    return activity.state() == AgentState.OFFLINE ? NONE : NOT_SIGNED_IN;
  }

  static TeamKind of(int ordinal) {
    return KINDS[ordinal];
  }

  /** Whether the time counts. */
  boolean measured() {
    return ordinal() < NOT_SIGNED_IN.ordinal();
  }

  /** Whether the agent works: a scheduled agent should. */
  boolean works() {
    return ordinal() <= WRAP_UP.ordinal();
  }
}
