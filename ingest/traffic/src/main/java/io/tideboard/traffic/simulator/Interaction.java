// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Contact;

/** One customer contact, as long as anything may still happen to it. */
final class Interaction {

  /** What every event says of it. */
  final Contact unqueued;

  final boolean urgent;

  /** How often it was handed on. */
  int handedOn;

  /** How long its last visit waited, in milliseconds. */
  long waited;

  /** Whether it came back after it had been settled. */
  boolean reopened;

  Interaction(Contact unqueued, boolean urgent) {
    this.unqueued = unqueued;
    this.urgent = urgent;
  }

  boolean spoken() {
    return unqueued.channel() != null && Media.spoken(unqueued.channel());
  }
}
