// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

/** A replay that could not go on. */
public final class ReplayFailed extends RuntimeException {

  private final boolean unreachable;

  ReplayFailed(String message, boolean unreachable) {
    super(message);
    this.unreachable = unreachable;
  }

  /**
   * Whether the gateway could not be reached or did not take events in time, rather than refused.
   */
  public boolean unreachable() {
    return unreachable;
  }
}
