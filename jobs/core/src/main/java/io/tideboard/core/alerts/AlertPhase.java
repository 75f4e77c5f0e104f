// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import io.tideboard.events.WireName;

/** How far an episode has come. */
public enum AlertPhase implements WireName {
  OPEN,
  /** Open, and critical, which it was not when it opened. */
  ESCALATED,
  CLOSED
}
