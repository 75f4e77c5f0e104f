// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import io.tideboard.events.WireName;

/** How a queue visit stands or ended. It ends exactly once. */
public enum Outcome implements WireName {
  WAITING,
  ANSWERED,
  ABANDONED,
  FLOWED_OUT,
  CALLBACK,
  /** Lost: the platform's own list does not name it any more. */
  LOST_TO_SNAPSHOT,
  /** Lost: the sending system restarted, and forgot what was open. */
  LOST_TO_RESTART,
  /** Lost: no news came for longer than any visit lasts. */
  LOST_TO_MAX_VISIT;

  /** Whether nobody told how it ended. */
  public boolean lost() {
    return compareTo(LOST_TO_SNAPSHOT) >= 0;
  }
}
