// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import io.tideboard.events.WireName;

/** To which interval a count belongs. */
public enum Basis implements WireName {
  /** Everything about a visit belongs to the interval in which it was offered. */
  ARRIVAL,
  /** Each count belongs to the interval in which it happened; times are split. */
  EVENT
}
