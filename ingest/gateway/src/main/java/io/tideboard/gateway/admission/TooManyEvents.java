// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

/** A request holds more events than one request may. None of them is taken. */
public final class TooManyEvents extends RuntimeException {

  private final int most;

  TooManyEvents(int most) {
    super("expected at most " + most + " events in a request", null, false, false);
    this.most = most;
  }

  /** How many there may be. */
  public int most() {
    return most;
  }
}
