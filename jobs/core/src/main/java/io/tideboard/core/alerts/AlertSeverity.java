// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import io.tideboard.events.WireName;

/** How bad it is. An episode that becomes critical is escalated, and stays so until it is over. */
public enum AlertSeverity implements WireName {
  WARNING,
  CRITICAL
}
