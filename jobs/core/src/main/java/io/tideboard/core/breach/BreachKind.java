// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.breach;

import io.tideboard.events.WireName;

/** What a breach record tells. */
public enum BreachKind implements WireName {
  /** A waiting contact passed the at-risk share of the threshold. */
  AT_RISK,
  /** A waiting contact passed the threshold. */
  BREACH,
  /** A contact in breach was answered or left. */
  RESOLVED
}
