// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.access;

import io.tideboard.events.WireName;

/** What a token is good for. Each may do what those before it may. */
public enum Role implements WireName {
  /** May see how queues stand and stood, live, per interval, and as metrics. */
  VIEWER,
  /** May ask what other staffing would do. */
  PLANNER,
  /** May see what a single customer did. */
  ADMIN;

  /** Whether it may do what is asked of {@code needed}. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
