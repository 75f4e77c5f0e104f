// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import io.tideboard.events.WireName;

/** Why an episode is over. */
public enum CloseReason implements WireName {
  /** Nothing of it has been seen for as long as the rules ask for. */
  CLEARED,
  /** The queue has closed for the day. */
  OUT_OF_HOURS,
  /** The same was told by an earlier episode, which goes on. */
  SUPERSEDED
}
