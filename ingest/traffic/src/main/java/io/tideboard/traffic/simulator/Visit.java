// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Contact;
import org.jspecify.annotations.Nullable;

/** One stay of one interaction in one line. */
final class Visit {

  final Interaction interaction;
  final Line line;
  final Contact contact;
  final boolean urgent;
  final long since;

  /** What its events say while an agent is concerned; the queue's own until it first rings. */
  Contact served;

  /** Still waits, or rings at an agent. */
  boolean open = true;

  /** The agent at whom it rings. */
  @Nullable Agent ringing;

  Visit(Interaction interaction, Line line, long since) {
    this.interaction = interaction;
    this.line = line;
    this.contact = interaction.unqueued.in(line.profile.name());
    this.served = contact;
    this.urgent = interaction.urgent;
    this.since = since;
  }
}
